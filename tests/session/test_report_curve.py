"""The drawing of the anger: geometry that stays inside and does not cover itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.model import DEFAULT_MOODS
from simulator.session.report_curve import HEIGHT, LABEL_HEIGHT, WIDTH, Moment, curve_of

_STEPS = st.lists(st.tuples(st.integers(0, 600_000), st.integers(0, 100)), max_size=30).map(lambda steps: tuple(sorted(steps)))
_MOMENTS = st.lists(
    st.builds(Moment, st.integers(0, 900_000), st.integers(0, 30), st.text(max_size=80), st.booleans()), max_size=3
)


@given(_STEPS, st.booleans(), _MOMENTS)
def test_everything_drawn_lies_inside(steps: tuple[tuple[int, int], ...], typed: bool, moments: list[Moment]) -> None:
    curve = curve_of(steps, 600_000, typed, DEFAULT_MOODS, tuple(moments))

    points = [tuple(map(int, point.split(","))) for point in curve.points.split()]
    for x, y in (*points, *((mark.x, mark.y) for mark in curve.marks)):
        assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    assert all(0 < mark.label_y <= HEIGHT for mark in curve.marks)
    assert sum(band.height for band in curve.bands) == HEIGHT


def test_the_bands_stand_at_the_scenarios_own_limits_from_the_top_down() -> None:
    curve = curve_of(((0, 50),), 1000, False, {"fine": 0, "cross": 40_000, "livid": 90_000}, ())

    assert [band.word for band in curve.bands] == ["livid", "cross", "fine"]
    assert curve.bands[0].height < curve.bands[1].height


def test_labels_of_moments_close_to_each_other_do_not_lie_on_each_other() -> None:
    close = tuple(Moment(100_000 + 2_000 * each, each, "you repeated her problem back", True) for each in range(3))

    first, second, third = curve_of(((0, 70), (100_000, 60), (300_000, 30)), 600_000, False, DEFAULT_MOODS, close).marks

    heights = sorted((first.label_y, second.label_y, third.label_y))
    assert all(after - before >= LABEL_HEIGHT for before, after in pairwise(heights))


def test_a_label_near_the_right_edge_is_written_to_the_left() -> None:
    late = Moment(590_000, 1, "late", True)

    (mark,) = curve_of(((0, 70), (600_000, 30)), 600_000, False, DEFAULT_MOODS, (late,)).marks

    assert mark.anchor == "end" and mark.label_x < mark.x
