"""Answers as a LanguageTool server would, with the health check alone; started as Java would be."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Answers(BaseHTTPRequestHandler):
    """Says OK to everything."""

    def do_GET(self) -> None:
        """Healthy."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"OK")

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Says nothing."""


if __name__ == "__main__":
    port = int(sys.argv[sys.argv.index("--port") + 1])
    try:
        HTTPServer(("127.0.0.1", port), Answers).serve_forever()
    except OSError:
        sys.exit("Address already in use")
