"""Trains P-, R- and O-Net: each learns what the teacher's network of the same stage says.

The pictures are composed scenes, clean and as a cheap camera sees them. P-Net and R-Net, which only
propose, learn what the teacher says about the clean one, so that dim and blurred faces get through;
O-Net, which decides, learns what it says about what it sees itself.
"""

import time

import numpy as np
import torch
import torch.nn.functional as F

from .camera import resized
from .cascade import FACTOR, Cascade, cut, squares
from .networks import DETECTOR, ONET_SIZE, PNET_CELL, RNET_SIZE, normalized
from .scenes import SIDE, Scenes

RATE = 2e-3
RATE_GOING_ON = 1e-3
RATE_LAST = 1e-5
DECAY = 1e-4
SCENES_PER_BATCH = 12
BATCH = 256
BANK = 120_000
SMALLEST_FACE = 18
CROPS_PER_SCENE = 60
OTHER_PLACES = 8


class Levels(torch.utils.data.IterableDataset):
    """Endless batches of one level of the pyramids of some scenes: clean and seen."""

    def __init__(self, photos, crops, seed):
        self.material, self.seed = (photos, crops), seed

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        scenes = Scenes(*self.material, [self.seed, worker.id if worker else 0])
        while True:
            pairs = [scenes.pair() for _ in range(SCENES_PER_BATCH)]
            level = min(scenes.rng.geometric(0.45) - 1, 5)
            scale = PNET_CELL / SMALLEST_FACE * FACTOR**level * scenes.rng.uniform(0.8, 1)
            side = int(np.ceil(SIDE * scale))
            yield [
                np.stack([resized(scene, side) for scene in group])
                for group in zip(*pairs)
            ]


def descend(network, batches, loss, minutes, rate, name):
    """Lowers the loss for so many minutes, with a rate that falls as a cosine does."""
    optimizer = torch.optim.AdamW(network.parameters(), rate, weight_decay=DECAY)
    network.train()
    begin, losses = time.monotonic(), []
    for batch in batches:
        share = (time.monotonic() - begin) / (60 * minutes)
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 + np.cos(np.pi * share)) / 2 + RATE_LAST
        value = loss(network, *batch)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        losses.append(float(value))
        if len(losses) % 200 == 0:
            print(f"{name} {share:4.0%}  loss {np.mean(losses[-200:]):.4f}", flush=True)
    return network.eval()


def face_loss(logit, probability, weight):
    loss = F.binary_cross_entropy_with_logits(logit, probability, reduction="none")
    return (loss * weight).sum() / weight.sum()


def place_loss(places, goal, faces, tolerance):
    faces = faces.unsqueeze(1).float()
    loss = F.smooth_l1_loss(places, goal, reduction="none", beta=tolerance)
    return (loss * faces).sum() / (faces.sum() * goal.shape[1] + 1)


def pnet_loss(teacher):
    def loss(network, clean, seen):
        output = network(normalized(seen))
        with torch.no_grad():
            # The teacher rounds up at the right and at the bottom.
            goal = teacher(normalized(clean))[..., : output.shape[2], : output.shape[3]]
        probability = torch.sigmoid(goal[:, 0])
        mistaken = torch.sigmoid(output[:, 0].detach()) > 0.3
        weight = 0.05 + (probability > 0.1) * 1.0 + (probability > 0.5) * 2.0 + mistaken * 1.0
        return face_loss(output[:, 0], probability, weight) + 4 * place_loss(
            output[:, 1:5], goal[:, 1:5], probability > 0.4, 0.1
        )

    return loss


def stage_loss(tolerance):
    def loss(network, crops, goal):
        output = network(normalized(crops))
        probability = torch.sigmoid(goal[:, 0])
        return face_loss(output[:, 0], probability, torch.ones_like(probability)) + 5 * place_loss(
            output[:, 1:], goal[:, 1:], probability > 0.3, tolerance
        )

    return loss


@torch.no_grad()
def bank(stage, size, scenes, proposing, teacher, count):
    """Returns crops [count, size, size, 3] of what is proposed, and what the teacher says of them."""
    crops, goals = [], []
    while sum(map(len, crops)) < count:
        clean, seen = scenes.pair()
        boxes, scores = proposing.propose(seen, SMALLEST_FACE)
        if stage == "onet":
            boxes, _, _ = Cascade.judge(proposing.rnet, RNET_SIZE, seen, boxes, 0.4)
        boxes = boxes[scenes.rng.permutation(len(boxes))[:CROPS_PER_SCENE]]
        boxes = squares(np.concatenate([shaken(boxes, scenes.rng), anywhere(scenes.rng)]))
        crops.append(np.stack([cut(seen, box, size) for box in boxes]))
        judged = seen if stage == "onet" else clean
        goals.append(teacher(normalized(np.stack([cut(judged, box, size) for box in boxes]))))
        if len(crops) % 200 == 0:
            print(f"{stage} {sum(map(len, crops)) / count:4.0%} of the crops", flush=True)
    return np.concatenate(crops), torch.cat(goals)


def shaken(boxes, rng):
    """Moves and resizes boxes a little."""
    if not len(boxes):
        return boxes
    side = (boxes[:, 2:] - boxes[:, :2]).max(1, keepdims=True)
    shift = rng.normal(0, 0.06, (len(boxes), 2)) * side
    grow = rng.normal(0, 0.05, (len(boxes), 1)) * side
    return boxes + np.concatenate([shift - grow, shift + grow], 1)


def anywhere(rng):
    middle = rng.uniform(0, SIDE, (OTHER_PLACES, 2))
    half = rng.uniform(8, 60, (OTHER_PLACES, 1))
    return np.concatenate([middle - half, middle + half], 1)


def endless(crops, goals, rng):
    while True:
        chosen = rng.integers(0, len(crops), BATCH)
        yield crops[chosen], goals[chosen]


def train(photos, crops, teacher, minutes, out, start=None, seed=1, count=BANK):
    """Trains the three networks and saves their states as `out`/pnet.pt and so on.

    `teacher` is a Cascade; `start` one to go on with, of the compact pack's networks.
    """
    rate = RATE if start is None else RATE_GOING_ON
    networks = {
        name: kind() if start is None else getattr(start, name) for name, kind in DETECTOR.items()
    }
    levels = torch.utils.data.DataLoader(
        Levels(photos, crops, seed), batch_size=None, num_workers=1
    )
    descend(networks["pnet"], levels, pnet_loss(teacher.pnet), 0.5 * minutes, rate, "pnet")
    torch.save(networks["pnet"].state_dict(), f"{out}/pnet.pt")
    del levels
    scenes = Scenes(photos, crops, [seed, 99])
    for stage, size, tolerance in (("rnet", RNET_SIZE, 0.05), ("onet", ONET_SIZE, 0.03)):
        proposing = Cascade(networks["pnet"], networks["rnet"], networks["onet"])
        batches = endless(
            *bank(stage, size, scenes, proposing, getattr(teacher, stage), count), scenes.rng
        )
        descend(networks[stage], batches, stage_loss(tolerance), 0.25 * minutes, rate, stage)
        torch.save(networks[stage].state_dict(), f"{out}/{stage}.pt")
    return networks
