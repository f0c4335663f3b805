"""Exact top-K in PyTorch: one product with all items, then topk."""

import numpy as np
import torch

from peer import inputs, serve

settings, load = inputs()
items = load("items", np.float32).reshape(-1, settings["columns"])
queries = load("queries", np.float32).reshape(-1, settings["columns"])

with torch.no_grad():
    serve(lambda: (queries @ items.T).topk(settings["k"]).indices.reshape(-1))
