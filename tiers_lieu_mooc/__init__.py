"""Compiles courses written in French Markdown into packages for LMSes."""
