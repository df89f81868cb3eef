"""The forms people fill in, and the observations they make."""

from mapper.sightings.forms.report import ReportForm
from mapper.sightings.forms.say import SayForm

__all__ = ["ReportForm", "SayForm"]
