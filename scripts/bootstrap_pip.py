"""Put a pinned pip into this environment where Python came without ensurepip (Debian's does).

Comes in: nothing. Goes out: pip, installed by itself from a wheel whose SHA-256 is compared first.
"""

import hashlib
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

WHEEL = "https://files.pythonhosted.org/packages/07/25/ee8c38ae72d66b844ce8eb9711ba905dba21ca1a8a0c960057c41cd23337/pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"

if __name__ == "__main__":
    with urllib.request.urlopen(WHEEL, timeout=60) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit(f"{WHEEL} is not the file that was pinned. Install python3-venv and try again.")
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder, WHEEL.rsplit("/", 1)[1])
        wheel.write_bytes(data)
        subprocess.run(
            [sys.executable, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)],
            check=True,
        )
