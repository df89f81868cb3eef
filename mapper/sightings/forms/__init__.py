"""The forms people fill in, and the observations they make."""

from mapper.sightings.forms.report import ReportForm

__all__ = ["ReportForm"]
