"""A client of the YAML server that VS Code and other editors run: opens texts, asks what an editor would show."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

Settings = Mapping[str, Any]  # an editor's settings, `yaml.schemas` and the like


class YamlServer:
    """One running server for one folder; texts are opened in it without lying on disk."""

    def __init__(self, program: Path, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self.settings = settings
        self.asked = 0
        self.opened: Counter[str] = Counter()
        self.told: dict[str, list[str]] = {}
        self.process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        can = {"workspace": {"configuration": True, "workspaceFolders": True}}
        start = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": can}
        self._ask("initialize", start)
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": self._sections()})

    def close(self) -> None:
        self._ask("shutdown", None)
        self._send(method="exit")
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def complaints(self, texts: Mapping[str, str]) -> dict[str, list[str]]:
        """What the server underlines in each text that has any such place: "line: message"."""
        opened = {file: self._open(file, text) for file, text in texts.items()}
        while not self.told.keys() >= set(opened.values()):
            self._hear()
        return {file: self.told[uri] for file, uri in opened.items() if self.told[uri]}

    def hover(self, file: str, text: str, line: int, column: int) -> str:
        """What is shown at a place, which counts from 0."""
        found = self._at("textDocument/hover", file, text, line, column)
        return str(found["contents"]["value"]) if found else ""

    def offers(self, file: str, text: str, line: int, column: int) -> list[str]:
        """What is offered to be typed at a place, which counts from 0."""
        found = self._at("textDocument/completion", file, text, line, column)
        return [str(each["label"]) for each in (found["items"] if found else [])]

    def _at(self, method: str, file: str, text: str, line: int, column: int) -> Any:
        place = {"line": line, "character": column}
        return self._ask(method, {"textDocument": {"uri": self._open(file, text)}, "position": place})

    def _open(self, file: str, text: str) -> str:
        """Open a text; where one of this name was open before, in a folder beside, so that answers are not mixed up."""
        self.opened[file] += 1
        count = self.opened[file]
        path = self.folder / file
        path = path if count == 1 else path.parent.with_name(f"{path.parent.name}-{count}") / path.name
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return path.as_uri()

    def _ask(self, method: str, params: object) -> Any:
        self.asked += 1
        self._send(id=self.asked, method=method, params=params)
        while (answer := self._hear()).get("id") != self.asked or "method" in answer:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _hear(self) -> dict[str, Any]:
        """Read one message; what the server asks of an editor is answered, what it complains of is noted."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the YAML server has ended"
        message = cast("dict[str, Any]", json.loads(self.process.stdout.read(length)))
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                self.told[uri] = [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in found]
            case {"method": "workspace/configuration", "id": id_, "params": {"items": wanted}}:
                self._send(id=id_, result=[self._sections().get(each["section"]) for each in wanted])
            case {"method": _, "id": id_}:
                self._send(id=id_, result=None)
        return message

    def _sections(self) -> dict[str, Any]:
        """The settings as the server asks for them: `yaml.schemas` is the field `schemas` of the section `yaml`."""
        within: dict[str, Any] = {}
        for name, value in self.settings.items():
            at = within
            *above, last = name.split(".")
            for step in above:
                at = at.setdefault(step, {})
            at[last] = value
        return {"yaml": within.get("yaml", {}), "http": {}, "editor": {}, "files": {}, "[yaml]": {}}

    def _send(self, **message: object) -> None:
        assert self.process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()
