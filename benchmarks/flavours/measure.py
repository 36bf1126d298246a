#!/usr/bin/env python3
"""Publishes the program in every flavour and measures size, start and idle memory, one round after the other in one run.

    measure.py [ROUNDS]

Needs the .NET SDK and clang, on Linux. Prints Markdown. Start is from the process to the first scrape that is answered: the quickest, since whatever else runs
on the machine can only add to it, and the median. Idle memory is what is resident after the log of examples/churn was read and both ports were scraped 30 times.
The sizes of images are those that tests/images/build.sh left, if it was run.
"""
import gzip
import http.client
import io
import json
import os
import pathlib
import platform
import re
import signal
import socket
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
SCRAPES = 30
ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = ROOT / "examples/churn/modelexporter.yml"
RUNTIME = "linux-" + {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
FLAVOURS = {
    "framework-dependent, JIT": ["--self-contained", "false"],
    "framework-dependent, ReadyToRun": ["--self-contained", "false", "-p:PublishReadyToRun=true"],
    "self-contained, JIT": ["--self-contained", "true"],
    "self-contained, ReadyToRun, trimmed": ["--self-contained", "true", "-p:PublishReadyToRun=true", "-p:PublishTrimmed=true"],
    "NativeAOT": ["-p:PublishAot=true"],
}
IMAGES = {"Dockerfile": "modelexporter", "Dockerfile.r2r": "modelexporter-r2r"}


def publish(folder, build, options):
    """Publishes a flavour without what only debuggers and documentation need, and with the one copy of librdkafka that is loaded."""
    published = subprocess.run(
        ["dotnet", "publish", "src/ModelExporter", "-c", "Release", "-r", RUNTIME, "-o", folder, "--artifacts-path", build, "-p:RunAnalyzers=false", *options],
        cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if published.returncode:
        sys.exit(published.stdout)
    for file in pathlib.Path(folder).iterdir():
        if file.suffix in (".pdb", ".dbg", ".xml") or file.name == "alpine-librdkafka.so":
            file.unlink()
    if (pathlib.Path(folder) / "centos8-librdkafka.so").exists():
        (pathlib.Path(folder) / "librdkafka.so").unlink()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def scrape(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/metrics")
        answer = connection.getresponse()
        body = answer.read()
        return answer.status == 200 and body
    except ConnectionError:
        return False
    finally:
        connection.close()


def run(folder):
    """Starts it, and gives milliseconds to the first scrape, and MiB of memory: resident, and its own share of that."""
    main, own = free_port(), free_port()
    started = time.perf_counter()
    process = subprocess.Popen(
        [f"{folder}/modelexporter", "run", f"--config.file={CONFIG}", f"--web.listen-address=127.0.0.1:{main}", f"--web.telemetry-address=127.0.0.1:{own}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not scrape(main):
            time.sleep(0.001)
        milliseconds = (time.perf_counter() - started) * 1000
        while not re.search(rb"^model_labels_joined_total\{.*\} [1-9]\d{2,}$", scrape(main), re.M):
            time.sleep(0.05)
        for _ in range(SCRAPES):
            scrape(main)
            scrape(own)
        rollup = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        return [milliseconds] + [int(re.search(rf"^{key}:\s+(\d+) kB", rollup, re.M)[1]) / 1024 for key in ("Rss", "Pss")]
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def sizes(folder):
    """MB of the files, and of them as a compressed archive."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=6) as archive:
        archive.add(folder, ".")
    return [sum(f.stat().st_size for f in pathlib.Path(folder).rglob("*") if f.is_file()) / 1e6, packed.tell() / 1e6]


def image_sizes(archive):
    """MB of an image's layers unpacked, and as they are kept."""
    with tarfile.open(archive) as layout:
        def blob(descriptor):
            return layout.extractfile("blobs/" + descriptor["digest"].replace(":", "/")).read()
        manifest = json.loads(blob(json.load(layout.extractfile("index.json"))["manifests"][0]))
        layers = [blob(layer) for layer in manifest["layers"]]
    unpacked = 0
    for layer in layers:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(layer))) as files:
            unpacked += sum(f.size for f in files if f.isfile())
    return [unpacked / 1e6, sum(map(len, layers)) / 1e6]


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    with tempfile.TemporaryDirectory() as work:
        folders = {}
        for i, (name, options) in enumerate(FLAVOURS.items()):
            print(f"publishing: {name}", file=sys.stderr)
            folders[name] = os.path.join(work, str(i))
            publish(folders[name], os.path.join(work, "build"), options)
        measured = {name: [] for name in folders}
        for i in range(ROUNDS + 1):
            print(f"round {i} of {ROUNDS}", file=sys.stderr)
            for name, folder in folders.items():
                figures = run(folder)
                # The first round only brings the files into memory.
                if i:
                    measured[name].append(figures)
        rows = []
        for name, folder in folders.items():
            start, resident, share = (statistics.median(column) for column in zip(*measured[name]))
            spread = [f[0] for f in measured[name]]
            rows.append([name, *(f"{s:.1f}" for s in sizes(folder)), f"{min(spread):.0f} ({start:.0f})", f"{resident:.0f}", f"{share:.0f}"])
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{os.cpu_count()} processors{', ' + model[1] if model else ''}, load {os.getloadavg()[1]:.1f}; {ROUNDS} rounds, memory is their median\n")
    table(["flavour", "unpacked, MB", "compressed, MB", "start, ms: quickest (median)", "resident, MiB", "proportional share, MiB"], rows)
    images = [(file, ROOT / "artifacts/images" / f"{name}.tar") for file, name in IMAGES.items()]
    table(["image", "unpacked, MB", "compressed, MB"], [[file, *(f"{s:.1f}" for s in image_sizes(archive))] for file, archive in images if archive.exists()])


main()
