"""The one style sheet, built from the table of colours: cards, chips, buttons, fields and lists.

Parts carry a dynamic property ``look`` ("card", "chip", "primary", ...) and labels a ``scale`` and a ``tone``; nothing else
in the program sets a style. Lengths in pixels are hair lines, radii and the 4 px grid; text is in points.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.screens.tokens import Tokens

_TONES = ("calm", "irritated", "angry", "furious", "accent")


def style_sheet(tokens: Tokens, points: Callable[[str], float]) -> str:
    """Return the style sheet for these colours; ``points`` gives the size of a text in points."""
    return "\n".join(
        (
            _labels(tokens, points),
            _surfaces(tokens, points),
            _buttons(tokens),
            _faces(tokens),
            _fields(tokens, points),
            _lists(tokens),
        )
    )


def _labels(t: Tokens, points: Callable[[str], float]) -> str:
    sizes = "\n".join(
        f'QLabel[scale="{size}"] {{ font-size: {points(size)}pt; }}' for size in ("small", "body", "strong", "title")
    )
    tones = "\n".join(f'QLabel[tone="{tone}"] {{ color: {getattr(t, tone)}; }}' for tone in _TONES)
    grounds = "\n".join(
        f'QLabel[look="chip"][tone="{tone}"] {{ color: {getattr(t, tone)}; background: {t.sunken}; }}' for tone in _TONES
    )
    return f"""
QLabel {{ color: {t.text}; background: transparent; }}
{sizes}
QLabel[scale="figure"] {{ font-size: {points("figure")}pt; font-weight: 700; }}
QLabel[scale="title"] {{ font-weight: 700; }}
QLabel[bold="true"] {{ font-weight: 600; }}
QLabel[tone="plain"] {{ color: {t.muted}; }}
{tones}
QLabel[look="chip"] {{ color: {t.muted}; background: {t.sunken}; border-radius: {round(points("small") * 0.9)}px;
  padding: 2px 8px; font-size: {points("small")}pt; }}
{grounds}
QLabel[look="key"] {{ color: {t.muted}; border: 1px solid {t.muted}; border-radius: 4px; padding: 0px 4px;
  font-size: {points("small") * 0.92:.2f}pt; }}
"""


def _surfaces(t: Tokens, points: Callable[[str], float]) -> str:
    notices = "\n".join(
        f'QFrame[look="notice"][tone="{tone}"] {{ background: {getattr(t, f"{tone}_ground")}; border: 0;'
        f" border-left: 3px solid {getattr(t, tone)}; border-radius: 0; }}"
        for tone in ("calm", "irritated", "angry", "furious")
    )
    return f"""
QMainWindow, QWidget[look="page"] {{ background: {t.bg}; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="page"] {{ background: {t.bg}; border: 0; }}
QScrollArea[look="bare"], QWidget[look="bare"] {{ background: transparent; border: 0; }}
QFrame[look="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame[look="topbar"] {{ background: {t.surface}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame[look="bottombar"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
QFrame[look="sidebar"] {{ background: {t.surface}; border: 0; border-right: 1px solid {t.line}; }}
QFrame[look="rightline"] {{ background: {t.surface}; border: 0; border-right: 1px solid {t.line}; }}
QFrame[look="leftline"] {{ background: {t.bg}; border: 0; border-left: 1px solid {t.line}; }}
QFrame[look="hair"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[look="notice"] {{ background: {t.sunken}; }}
{notices}
QToolTip {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line}; padding: 4px;
  font-size: {points("small")}pt; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; padding: 8px 14px;
  font-weight: 500; }}
QPushButton:hover {{ background: {t.sunken}; }}
QPushButton:pressed {{ background: {t.accent_weak}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 7px 13px; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.sunken}; border: 1px solid {t.line}; }}
QPushButton[look="primary"] {{ color: {t.on_accent}; background: {t.accent}; border: 1px solid {t.accent}; }}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {{ background: {t.accent}; border: 1px solid {t.text}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="primary"]:disabled {{ color: {t.muted}; background: {t.sunken}; border: 1px solid {t.line}; }}
QPushButton[look="primary"] QLabel {{ color: {t.on_accent}; border-color: {t.on_accent}; }}
QPushButton[look="link"] QLabel {{ color: {t.accent}; }}
QPushButton[look="danger"] QLabel {{ color: {t.furious}; border-color: {t.furious}; }}
QPushButton QLabel:disabled {{ color: {t.muted}; border-color: {t.muted}; }}
QPushButton[look="danger"] {{ color: {t.furious}; border: 1px solid {t.furious}; }}
QPushButton[look="danger"]:hover {{ background: {t.furious_ground}; }}
QPushButton[look="danger"]:focus {{ border: 2px solid {t.furious}; }}
QPushButton[look="danger"][armed="true"] {{ background: {t.furious_ground}; border: 2px solid {t.furious}; padding: 7px 13px; }}
QPushButton[look="link"] {{ color: {t.accent}; background: transparent; border: 1px solid transparent; padding: 4px 2px;
  text-align: left; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 1px solid {t.accent}; border-radius: 4px; }}
"""


def _faces(t: Tokens) -> str:
    return f"""
QPushButton[look="scenario"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; padding: 0;
  text-align: left; }}
QPushButton[look="scenario"]:hover {{ border: 1px solid {t.accent}; }}
QPushButton[look="scenario"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="step"] {{ background: transparent; border: 0; border-bottom: 1px solid {t.line}; border-radius: 0; padding: 0;
  text-align: left; }}
QPushButton[look="step"]:hover {{ background: {t.sunken}; }}
QPushButton[look="step"]:focus {{ border: 1px solid {t.accent}; border-radius: 4px; }}
QPushButton[look="quote"] {{ border: 0; border-left: 3px solid {t.muted}; border-radius: 0; border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; background: {t.sunken}; padding: 0;
  text-align: left; }}
QPushButton[look="quote"][tone="calm"] {{ border-left: 3px solid {t.calm}; background: {t.calm_ground}; }}
QPushButton[look="quote"][tone="irritated"] {{ border-left: 3px solid {t.irritated}; background: {t.irritated_ground}; }}
QPushButton[look="quote"][tone="angry"] {{ border-left: 3px solid {t.angry}; background: {t.angry_ground}; }}
QPushButton[look="quote"][tone="furious"] {{ border-left: 3px solid {t.furious}; background: {t.furious_ground}; }}
QPushButton[look="quote"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="side"] {{ color: {t.muted}; background: transparent; border: 1px solid transparent; border-radius: 8px;
  padding: 8px 10px; text-align: left; }}
QPushButton[look="side"]:hover {{ background: {t.sunken}; }}
QPushButton[look="side"]:checked {{ color: {t.text}; background: {t.accent_weak}; }}
QPushButton[look="side"]:focus {{ border: 1px solid {t.accent}; }}
"""


def _fields(t: Tokens, points: Callable[[str], float]) -> str:
    dot = round(points("body") * 1.14)
    return f"""
QLineEdit, QPlainTextEdit[look="field"], QComboBox {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line};
  border-radius: 8px; padding: 6px 10px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit[look="field"]:focus, QComboBox:focus {{ border: 2px solid {t.accent}; padding: 5px 9px; }}
QComboBox::drop-down {{ border: 0; width: {2 * dot + 4}px; }}
QComboBox QAbstractItemView {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line}; outline: 0; padding: 4px;
  selection-background-color: {t.accent_weak}; selection-color: {t.text}; }}
QPlainTextEdit[look="pad"] {{ color: {t.text}; background: transparent; border: 1px solid transparent; border-radius: 6px; }}
QPlainTextEdit[look="pad"]:focus {{ border: 1px solid {t.accent}; }}
QRadioButton {{ color: {t.text}; spacing: 8px; padding: 4px 3px; border: 1px solid transparent; }}
QRadioButton:disabled {{ color: {t.muted}; }}
QRadioButton:focus {{ border: 1px solid {t.accent}; border-radius: 4px; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 2px solid {t.muted};
  border-radius: {dot // 2 + 2}px; background: {t.surface}; }}
QRadioButton::indicator:checked {{ width: {dot // 2}px; height: {dot // 2}px;
  border: {2 + (dot - dot // 2) // 2}px solid {t.accent}; }}
QRadioButton::indicator:disabled {{ border-color: {t.line}; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QListView[look="transcript"] {{ background: {t.bg}; border: 0; }}
QListView[look="transcript"]:focus {{ border: 1px solid {t.accent}; }}
QTableView[look="calls"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; color: {t.text};
  selection-background-color: {t.accent_weak}; selection-color: {t.text}; outline: 0; }}
QTableView[look="calls"]:focus {{ border: 1px solid {t.accent}; }}
QTableView[look="calls"]::item {{ border-bottom: 1px solid {t.line};
  padding: 0 18px; }}
QTableView[look="calls"]::item:selected {{ background: {t.accent_weak}; color: {t.text}; }}
QHeaderView {{ background: transparent; border: 0; }}
QHeaderView::section {{ background: transparent; color: {t.muted}; border: 0; border-bottom: 1px solid {t.line};
  padding: 0 15px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 3px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; height: 0; width: 0; }}
QSlider::groove:horizontal {{ background: {t.sunken}; height: 6px; border-radius: 3px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 3px; }}
QSlider::handle:horizontal {{ background: {t.accent}; width: 14px; margin: -4px 0; border-radius: 7px; }}
QSlider:focus {{ border: 1px solid {t.accent}; border-radius: 4px; }}
"""
