#!/usr/bin/env python3
"""Prints what an Alertmanager sends to its webhooks, a line for each alert. The path names the receiver.

    pages.py [ADDRESS [PORT]]
"""
import http.server
import json
import sys


class Pages(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        for alert in message["alerts"]:
            labels, annotations = alert["labels"], alert["annotations"]
            where = " ".join(labels[name] for name in ("model", "model_version", "feature", "instance") if name in labels)
            text = annotations.get("description") or annotations.get("summary", "")
            print(f"[{self.path.strip('/')}] {alert['status']} {labels['alertname']} {where}: {text}", flush=True)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format, *args):
        pass


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else ""
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 8080
    http.server.ThreadingHTTPServer((address, port), Pages).serve_forever()
