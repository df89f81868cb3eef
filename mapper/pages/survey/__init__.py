"""Saying where one looked: the page that asks, and the one that thanks."""

from mapper.pages.survey.done import survey_done, survey_withdraw
from mapper.pages.survey.page import survey

__all__ = ["survey", "survey_done", "survey_withdraw"]
