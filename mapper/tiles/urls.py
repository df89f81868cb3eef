"""Addresses of the tiles."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
