"""One training step of LightGCN with BPR and Adam in PyTorch: propagation in every batch, as in the paper's own code."""

import numpy as np
import torch
from torch.nn.functional import softplus

from peer import inputs, serve

settings, load = inputs()
rows = load("rowPointers", np.int32).long()
columns = load("columns", np.int32).long()
values = load("values", np.float32)
table = torch.nn.Parameter(load("table", np.float32).reshape(-1, settings["columns"]))
users, positives, negatives = (load(name, np.int32).long() for name in ("users", "positives", "negatives"))
adjacency = torch.sparse_csr_tensor(rows, columns, values, size=(len(table), len(table)))
optimizer = torch.optim.Adam([table], lr=settings["learningRate"])


class Propagate(torch.autograd.Function):
    """The adjacency is symmetric, so the backward pass is the same product. PyTorch's own gradient would transpose it every time."""

    @staticmethod
    def forward(_, x):
        return adjacency @ x

    @staticmethod
    def backward(_, gradient):
        return adjacency @ gradient


def step():
    optimizer.zero_grad(set_to_none=True)
    layer = total = table
    for _ in range(settings["layers"]):
        layer = Propagate.apply(layer)
        total = total + layer
    output = total / (settings["layers"] + 1)
    user, positive, negative = output[users], output[positives], output[negatives]
    loss = softplus((user * negative).sum(1) - (user * positive).sum(1)).mean()
    loss.backward()
    optimizer.step()
    return loss.reshape(1)


serve(step)
