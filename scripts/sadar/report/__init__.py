"""Problems for people and programs: as text with the line shown, as JSON, as annotations and a summary of GitHub."""

from sadar.report.finding import Finding, findings
from sadar.report.github import as_github, as_summary
from sadar.report.json import as_json
from sadar.report.text import Role, as_text

__all__ = ["Finding", "Role", "as_github", "as_json", "as_summary", "as_text", "findings"]
