"""What MkDocs is told while it works: where it finds templates that are compiled already, half of a short run."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Keep compiled templates from run to run, below `build/`; a template that has changed is compiled again."""
    folder = Path(config.config_file_path).parent.parent / "templates"
    folder.mkdir(exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env
