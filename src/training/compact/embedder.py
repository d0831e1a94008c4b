"""Trains the embedder: it learns to say about degraded crops what the teachers say about good ones.

The target is the teachers' embedding, turned to its 256 main directions, which keep the cosines
between people. The loss is the cosine to the target, and the agreement of all cosines within a
batch (relational distillation, Park et al., arXiv 1904.05068).
"""

import time

import numpy as np
import torch
import torch.nn.functional as F

from .camera import sighting
from .mxnet import read_params
from .networks import DIMENSION, Embedder, normalized

BATCH = 128
RATE = 2e-3
RATE_GOING_ON = 1e-3
RATE_LAST = 1e-5
WARM_UP = 150
DECAY = 0.03
RELATIONS = 10
BASIS_SAMPLE = 6000


class Crops(torch.utils.data.IterableDataset):
    """Endless batches of degraded crops and the indices of their labels."""

    def __init__(self, faces, seed):
        self.faces, self.seed = faces, seed

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        while True:
            chosen = rng.integers(0, len(self.faces), BATCH)
            yield np.stack([sighting(self.faces[i], rng) for i in chosen]), chosen


def targets(said, alike=None):
    """Turns the teachers' embeddings [N, 768] to their main directions [N, 256], of length 1.

    `alike` [n, 256], what a trained network says of the first faces, turns them on so that this
    network has the least to learn anew.
    """
    said = said / np.sqrt(2)
    sample = said[:: max(1, len(said) // BASIS_SAMPLE)]
    basis = np.linalg.svd(sample, full_matrices=False)[2][:DIMENSION].T
    turned = said @ basis
    if alike is not None:
        left, _, right = np.linalg.svd(turned[: len(alike)].T @ alike)
        turned = turned @ (left @ right)
    print(f"{np.square(turned).sum(1).mean():.1%} of the teachers' energy is kept")
    return F.normalize(torch.tensor(turned, dtype=torch.float32))


@torch.no_grad()
def embed(network, faces):
    network.eval()
    parts = [network(normalized(faces[i : i + 256])) for i in range(0, len(faces), 256)]
    return F.normalize(torch.cat(parts)).numpy()


def train(faces, said, minutes, path, start=None, seed=1):
    """Trains for so many minutes and saves the network's state; `start` is one to go on with."""
    network = Embedder() if start is None else start
    goal = targets(said, None if start is None else embed(network, faces[:BASIS_SAMPLE]))
    network = network.to(memory_format=torch.channels_last).train()
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=DECAY)
    loader = torch.utils.data.DataLoader(Crops(faces, seed), batch_size=None, num_workers=1)
    highest = RATE if start is None else RATE_GOING_ON
    begin, losses = time.monotonic(), []
    for step, (crops, chosen) in enumerate(loader):
        share = (time.monotonic() - begin) / (60 * minutes)
        if share >= 1:
            break
        rate = highest * min(1, (step + 1) / WARM_UP) * (1 + np.cos(np.pi * share)) / 2 + RATE_LAST
        for group in optimizer.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", torch.bfloat16):
            output = network(normalized(crops))
        loss = distance(F.normalize(output.float()), goal[chosen])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss))
        if step % 200 == 199:
            speed = (step + 1) * BATCH / (time.monotonic() - begin)
            print(f"{share:4.0%}  loss {np.mean(losses[-200:]):.4f}  {speed:.0f} faces/s", flush=True)
            torch.save(network.state_dict(), path)
    network.eval()
    torch.save(network.state_dict(), path)
    return network


def distance(output, goal):
    relations = ((output @ output.T - goal @ goal.T) ** 2).mean()
    return (1 - (output * goal).sum(1)).mean() + RELATIONS * relations


@torch.no_grad()
def read(prefix, faces):
    """Makes a network to go on with from its MXNet files.

    There the batch norms are folded into the convolutions. Each one is put back so that it changes
    nothing: its statistics are those that the given (degraded) crops have.
    """
    arrays = read_params(f"{prefix}-0000.params")
    weights = list(arrays.values())
    network = Embedder().eval()
    layers = [network.stem]
    for block in network.blocks:
        layers += [block.first, block.second] + ([block.shortcut] if block.shortcut else [])
    layers.append(network.pool)
    for layer, weight, bias in zip(layers, weights[::2], weights[1::2]):
        layer.conv.weight.data = torch.tensor(weight)
        put_back(layer.norm, torch.tensor(bias))
    network.dense.weight.data = torch.tensor(weights[-2])
    put_back(network.norm, torch.tensor(weights[-1]))
    measured = [(layer.conv, layer.norm) for layer in layers] + [(network.dense, network.norm)]
    hooks = [linear.register_forward_hook(observing(norm)) for linear, norm in measured]
    network(normalized(faces))
    for hook in hooks:
        hook.remove()
    return network


def put_back(norm, bias):
    norm.running_mean.zero_()
    norm.running_var.fill_(1 - norm.eps)
    norm.weight.data.fill_(1)
    norm.bias.data = bias.clone()


def observing(norm):
    def observe(_, __, output):
        places = [i for i in range(output.dim()) if i != 1]
        mean, variance = output.mean(places), output.var(places, unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.data = torch.sqrt(variance + norm.eps)
        norm.bias.data += mean

    return observe
