# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The exchange's service under a real systemd: a clean system booted in a container."""
import pathlib
import subprocess

from . import roots

HERE = pathlib.Path(__file__).resolve().parent
SAID = "service: started without rights, backed up, upgraded, taken back, restored, removed"
# What the packages of the exchange need, fetched before the container is cut off.
NEEDED = ["systemd", "systemd-sysv", "dbus", "adduser"]
UNIT = """[Unit]
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/opt/service-in-root
StandardOutput=file:/opt/service.log
StandardError=inherit
"""


def certify(root: roots.Root) -> None:
    """What a hall's authority gives the exchange: it starts with nothing less."""
    target = root.folder / "opt"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(target / "hall.key"), "-out", str(target / "hall.pem")],
                   check=True, capture_output=True)


def prove(root: roots.Root, package: pathlib.Path, later: pathlib.Path) -> int:
    """later: a version with a migration that the first one cannot work with."""
    root.place(package, "/opt/exchange.deb")
    root.place(later, "/opt/exchange-next.deb")
    root.place(HERE / "service-in-root", "/opt/service-in-root")
    certify(root)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    root.run(["apt-get", "update", "-qq"], network=True, check=True, capture_output=True, environment=quiet)
    # The package itself is installed in the booted system; here only what it depends on.
    root.run(["sh", "-c", f"apt-get install -y -qq --no-install-recommends {' '.join(NEEDED)} /opt/exchange.deb && dpkg -P yichuang-exchange"],
             network=True, check=True, capture_output=True, environment=quiet, timeout=900)
    units = root.folder / "etc/systemd/system"
    (units / "proving.service").write_text(UNIT)
    (units / "multi-user.target.wants").mkdir(exist_ok=True)
    (units / "multi-user.target.wants/proving.service").symlink_to("../proving.service")
    subprocess.run(["systemd-nspawn", "--quiet", "--boot", "--register=no", "--keep-unit", "--private-network", "-D", str(root.folder)],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    log = root.folder / "opt/service.log"
    said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else "the system did not boot"
    done = said.strip().splitlines()[-1] == SAID
    print("exchange service: " + ("ok" if done else f"FAILED\n{said[-2000:]}"))
    return 0 if done else 1
