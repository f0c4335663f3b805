"""Shared by the PyTorch peers. They read a folder of raw arrays, take "run" and "write" on standard input, and answer on standard output."""

import json
import pathlib
import sys
import time

import numpy as np
import torch


def inputs():
    """Returns the folder's settings, and a function that loads one of its arrays."""
    folder = pathlib.Path(sys.argv[1])
    settings = json.loads((folder / "settings.json").read_text())
    torch.set_num_threads(int(settings["threads"]))
    return settings, lambda name, dtype: torch.from_numpy(np.fromfile(folder / f"{name}.bin", dtype=dtype))


def serve(run):
    """Calls `run` for each "run" and answers with its milliseconds; for "write", writes the last result."""
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads", flush=True)
    result = None
    for line in sys.stdin:
        if line.strip() == "run":
            started = time.perf_counter()
            result = run()
            print(1000 * (time.perf_counter() - started), flush=True)
        else:
            result.detach().numpy().astype(np.float32).tofile(pathlib.Path(sys.argv[1]) / "result.bin")
            print("written", flush=True)
