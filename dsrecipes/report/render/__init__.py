"""The forms of a report: a document of sections -> one HTML page, Markdown, tables in three forms, figures in three."""

from dsrecipes.report.render.files import write

__all__ = ["write"]
