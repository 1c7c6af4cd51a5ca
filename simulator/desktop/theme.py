"""How the program looks: palette, fonts and the one style sheet, all made from the table of colours.

``Look`` is passed to every part that paints by itself. It follows the system's colour scheme and contrast until the trainee
chooses one, and tells everybody when it changed. Sizes of text are points from the system's font, so that larger system text
makes everything larger.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from simulator.desktop.style_sheet import style_sheet
from simulator.screens.preferences import Theme
from simulator.screens.tokens import Scheme, Tone, colour_of, ground_of, tokens_for

#: Sizes as shares of the body text (12, 14, 16, 24 and 38 of the drawn targets).
SIZES = {"small": 12 / 14, "body": 1.0, "strong": 16 / 14, "title": 24 / 14, "figure": 38 / 14}
#: Systems whose font is 9 pt (Windows, bare X) are drawn a size up, as the targets are.
_BODY_AT_LEAST = 10.5
_UP = 7 / 6
#: What X calls its font when nothing was chosen.
_GENERIC_FONTS = frozenset({"Sans Serif", "Sans", ""})


class Look(QObject):
    """The present colours and sizes, and the application that they are given to.

    Signals:
        changed: colours or sizes are other than before; repaint.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.app = app
        self._system_points = app.font().pointSizeF()
        self._theme: Theme = "system"
        self._text_size = 100
        self.tokens = tokens_for("light")
        app.setStyle("Fusion")
        self.follow_system()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    def choose(self, theme: Theme, text_size: int) -> None:
        """Take the trainee's choice; ``text_size`` in per cent of the system's."""
        if (theme, text_size) != (self._theme, self._text_size):
            self._theme, self._text_size = theme, text_size
            self.follow_system()

    def follow_system(self) -> None:
        """Take colours and contrast anew, from the trainee's choice or else from the system."""
        self.tokens = tokens_for(self._scheme(), _high_contrast())
        self.app.setFont(self.font("body"))
        self.app.setPalette(_palette(self))
        self.app.setStyleSheet(style_sheet(self.tokens, self.points))
        self.changed.emit()

    def points(self, size: str) -> float:
        """Return the size of a text in points: ``small``, ``body``, ``strong``, ``title`` or ``figure``."""
        body = max(self._system_points, min(self._system_points * _UP, _BODY_AT_LEAST))
        return round(body * SIZES[size] * self._text_size / 100, 2)

    def font(self, size: str, bold: bool = False) -> QFont:
        """Return the font of a text that is painted by hand, with figures that do not dance."""
        font = QFont(_family(self.app.font().family()))
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, name: str) -> QColor:
        """Return the colour of a token or tone."""
        return QColor(colour_of(self.tokens, name))

    def ground(self, tone: Tone) -> QColor:
        """Return the ground that belongs to a tone."""
        return QColor(ground_of(self.tokens, tone))

    def pixels(self, at_full_size: int) -> int:
        """Return a length of the drawn targets (14 px text) at the present size of text."""
        return round(at_full_size * self.points("body") / _BODY_AT_LEAST)

    def _scheme(self) -> Scheme:
        if self._theme != "system":
            return self._theme
        return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _family(system: str) -> str:
    return "Inter" if system in _GENERIC_FONTS and "Inter" in QFontDatabase.families() else system


def _high_contrast() -> bool:
    # Qt tells the system's wish since 6.10; both objects need a name, or the second is gone before it is asked.
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    return accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def _palette(look: Look) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.BrightText: "furious",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "sunken",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line",
        QPalette.ColorRole.Shadow: "line",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("muted"))
    return palette
