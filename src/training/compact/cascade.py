"""Finds faces with P-, R- and O-Net, as Rollcall does (Zhang et al., arXiv 1604.02878)."""

import cv2
import numpy as np
import torch

from .camera import resized
from .networks import ONET_SIZE, PNET_CELL, PNET_STRIDE, RNET_SIZE, normalized

FACTOR = 0.709
PROBABILITIES = (0.6, 0.7, 0.7)
SAME_WITHIN_LEVEL = 0.5
SAME = 0.7
BATCH = 128

TEMPLATE = np.array(
    [[38.29, 51.70], [73.53, 51.50], [56.03, 71.74], [41.55, 92.37], [70.73, 92.20]], np.float32
)


class Cascade:
    """Three networks that work together. Boxes are left, top, right, bottom in pixels."""

    def __init__(self, pnet, rnet, onet):
        self.pnet, self.rnet, self.onet = (net.eval() for net in (pnet, rnet, onet))

    @torch.no_grad()
    def detect(self, image, smallest):
        """Returns boxes [n, 4], scores [n] and landmarks [n, 5, 2] of the faces in an RGB image."""
        boxes, scores = self.propose(image, smallest)
        boxes, scores, _ = self.judge(self.rnet, RNET_SIZE, image, boxes, PROBABILITIES[1])
        kept = suppressed(boxes, scores, SAME)
        boxes, scores, points = self.judge(
            self.onet, ONET_SIZE, image, boxes[kept], PROBABILITIES[2]
        )
        kept = suppressed(boxes, scores, SAME, by_smaller=True)
        return boxes[kept], scores[kept], points[kept]

    @torch.no_grad()
    def propose(self, image, smallest):
        """Returns boxes and scores of the places that may be faces."""
        found = [np.zeros((0, 5))]
        scale = PNET_CELL / smallest
        while min(image.shape[:2]) * scale >= PNET_CELL:
            found.append(self._propose_at(image, scale))
            scale *= FACTOR
        all_boxes = np.concatenate(found)
        kept = suppressed(all_boxes[:, :4], all_boxes[:, 4], SAME)
        return all_boxes[kept, :4], all_boxes[kept, 4]

    def _propose_at(self, image, scale):
        size = [int(np.ceil(side * scale)) for side in image.shape[1::-1]]
        level = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        zoom = image.shape[1] / size[0]
        output = self.pnet(normalized(level[None]))[0].numpy()
        score = 1 / (1 + np.exp(-output[0]))
        rows, columns = np.where(score > PROBABILITIES[0])
        corner = np.stack([columns, rows], 1) * PNET_STRIDE * zoom
        side = PNET_CELL * zoom
        place = np.concatenate([corner, corner + side], 1)
        boxes = place + output[1:5, rows, columns].T * side
        kept = suppressed(boxes, score[rows, columns], SAME_WITHIN_LEVEL)
        return np.concatenate([boxes, score[rows, columns][:, None]], 1)[kept]

    @staticmethod
    def judge(network, size, image, boxes, least):
        """Returns boxes, scores and landmarks of the boxes that R- or O-Net takes for faces."""
        boxes = squares(boxes)
        if not len(boxes):
            return np.zeros((0, 4)), np.zeros(0), np.zeros((0, 5, 2))
        crops = np.stack([cut(image, box, size) for box in boxes])
        parts = np.array_split(crops, len(crops) // BATCH + 1)
        output = torch.cat([network(normalized(part)) for part in parts]).numpy()
        scores = 1 / (1 + np.exp(-output[:, 0]))
        kept = scores > least
        boxes, output, scores = boxes[kept], output[kept], scores[kept]
        side = boxes[:, 2:3] - boxes[:, :1]
        points = np.zeros((len(boxes), 5, 2))
        if output.shape[1] == 15:
            shares = output[:, 5:].reshape(-1, 2, 5).transpose(0, 2, 1)
            points = boxes[:, None, :2] + shares * side[:, None]
        return boxes + output[:, 1:5] * side, scores, points


def squares(boxes):
    """Widens boxes to squares around the same middle."""
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = (boxes[:, 2:] - boxes[:, :2]).max(1, keepdims=True) / 2
    square = np.concatenate([middle - half, middle + half], 1)
    return square[half[:, 0] >= 0.5]


def cut(image, box, size):
    """Cuts a box out at another size; black where it reaches outside."""
    left, top, right, bottom = np.round(box).astype(int)
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    part = np.zeros((bottom - top, right - left, 3), np.uint8)
    height, width = image.shape[:2]
    inside = image[max(top, 0) : min(bottom, height), max(left, 0) : min(right, width)]
    y, x = max(-top, 0), max(-left, 0)
    part[y : y + inside.shape[0], x : x + inside.shape[1]] = inside
    return resized(part, size)


def suppressed(boxes, scores, limit, by_smaller=False):
    """Returns the indices of the strongest boxes, without those that overlap a stronger one."""
    left, top, right, bottom = boxes.T if len(boxes) else np.zeros((4, 0))
    area = (right - left) * (bottom - top)
    order = np.argsort(-scores)
    kept = []
    while len(order):
        best, rest = order[0], order[1:]
        kept.append(best)
        wide = np.minimum(right[best], right[rest]) - np.maximum(left[best], left[rest])
        high = np.minimum(bottom[best], bottom[rest]) - np.maximum(top[best], top[rest])
        common = np.maximum(wide, 0) * np.maximum(high, 0)
        smaller = np.minimum(area[best], area[rest])
        whole = smaller if by_smaller else area[best] + area[rest] - common
        order = rest[common / np.maximum(whole, 1e-9) <= limit]
    return np.array(kept, int)


def align(image, points):
    """Turns and scales a face so that its landmarks lie in the template; returns 112×112."""
    turn = similarity(points, TEMPLATE)
    scale = np.hypot(turn[0, 0], turn[1, 0])
    while scale < 0.5 and min(image.shape[:2]) > 2:
        image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        turn[:, :2] *= 2
        scale *= 2
    return cv2.warpAffine(image, turn, (112, 112), flags=cv2.INTER_LINEAR)


def similarity(source, target):
    """Returns the 2×3 matrix of the turn, scale and shift that fits best, by least squares."""
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target):
        rows += [[x, -y, 1, 0], [y, x, 0, 1]]
        values += [u, v]
    a, b, dx, dy = np.linalg.lstsq(np.array(rows), np.array(values), rcond=None)[0]
    return np.array([[a, -b, dx], [b, a, dy]])
