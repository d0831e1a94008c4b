"""Scenes with many small faces, from photos and crops, for training the detector."""

import cv2
import numpy as np

from .camera import chance, clipped, resized, seen

SIDE = 320
SMALLEST = 18
LARGEST = 120


class Scenes:
    """Composes scenes of `SIDE` pixels: heads cut from photos, or whole photos, before a room."""

    def __init__(self, photos, crops, seed):
        """`photos` are pictures with one face in the middle; `crops` aligned ones; all uint8 RGB."""
        self.photos, self.crops = photos, crops
        self.rng = np.random.default_rng(seed)

    def pair(self):
        """Returns a scene in good light, and the same as a cheap camera sees it."""
        clean = self.compose()
        return clean, seen(clean, self.rng, darkest=0.3) if chance(self.rng, 0.8) else clean

    def compose(self):
        if chance(self.rng, 0.25):
            return self._whole_photos()
        scene = self._room()
        for size in np.sort(self._sizes(self.rng.integers(2, 12))):
            head, mask = self._head(size)
            self._paste(scene, head, mask)
            if chance(self.rng, 0.3):
                self._furnish(scene, size)
        return clipped(scene)

    def _sizes(self, count):
        return np.exp(self.rng.uniform(np.log(SMALLEST), np.log(LARGEST), count))

    def _pick(self, images):
        image = images[self.rng.integers(len(images))]
        return image[:, ::-1] if chance(self.rng, 0.5) else image

    def _whole_photos(self):
        """Photos side by side, their faces of any size."""
        tiles = int(self.rng.choice([1, 2, 3, 4, 6]))
        side = -(-SIDE // tiles)
        rows = [
            np.concatenate([resized(self._pick(self.photos), side) for _ in range(tiles)], 1)
            for _ in range(tiles)
        ]
        return np.ascontiguousarray(np.concatenate(rows)[:SIDE, :SIDE])

    def _room(self):
        """Walls, boards, windows: edges and surfaces that are no faces."""
        if chance(self.rng, 0.3):
            part = self._pick(self.photos)[:70, :70]
            room = cv2.GaussianBlur(resized(part, SIDE), (0, 0), 3)
        else:
            corners = self.rng.uniform(40, 230, (2, 2, 3)).astype(np.float32)
            room = cv2.resize(corners, (SIDE, SIDE))
        room = room.astype(np.float32)
        for _ in range(self.rng.integers(0, 10)):
            left, top = self.rng.integers(-40, SIDE, 2)
            wide, high = self.rng.integers(8, 200, 2)
            colour = self.rng.uniform(0, 255, 3).tolist()
            cv2.rectangle(room, (left, top), (left + wide, top + high), colour, -1)
        grain = self.rng.normal(0, self.rng.uniform(0, 12), (SIDE // 8, SIDE // 8, 1))
        grain = cv2.resize(grain.astype(np.float32), (SIDE, SIDE))[..., None]
        return np.clip(room + grain, 0, 255)

    def _head(self, size):
        """A head whose face is so wide, and how much of each pixel is head."""
        if chance(self.rng, 0.6):
            photo = self._pick(self.photos)
            side = photo.shape[0]
            edge = side // 5
            part, face = photo[edge:-edge, edge:-edge], 0.36 * side
        else:
            part = self._pick(self.crops)
            face = 0.8 * part.shape[0]
        wide = part.shape[1] * size / face * self.rng.uniform(0.85, 1.1)
        high = part.shape[0] * size / face
        head = resized(part, max(wide, 4), max(high, 4)).astype(np.float32)
        if chance(self.rng, 0.5):
            turn = cv2.getRotationMatrix2D(
                (head.shape[1] / 2, head.shape[0] / 2), self.rng.normal(0, 10), 1
            )
            head = cv2.warpAffine(head, turn, head.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
        return head * self.rng.uniform(0.6, 1.1), self._mask(head.shape[:2])

    def _mask(self, shape):
        if chance(self.rng, 0.3):
            return np.ones((*shape, 1), np.float32)
        y, x = np.ogrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
        soft = self.rng.uniform(0.05, 0.4)
        return np.clip((1 - np.hypot(x, y)) / soft, 0, 1)[..., None].astype(np.float32)

    def _paste(self, scene, head, mask):
        high, wide = head.shape[:2]
        left = self.rng.integers(-wide // 3, SIDE - wide // 2)
        top = self.rng.integers(-high // 3, SIDE - high // 2)
        y, x = max(top, 0), max(left, 0)
        inside = scene[y : top + high, x : left + wide]
        cut = np.s_[y - top : y - top + inside.shape[0], x - left : x - left + inside.shape[1]]
        inside[:] = inside * (1 - mask[cut]) + head[cut] * mask[cut]

    def _furnish(self, scene, size):
        """A desk, a book or an arm before those who sit behind."""
        wide = self.rng.uniform(0.5, 6) * size
        high = self.rng.uniform(0.2, 1.5) * size
        left, top = self.rng.integers(-20, SIDE, 2)
        colour = self.rng.uniform(0, 255, 3).tolist()
        cv2.rectangle(scene, (left, top), (int(left + wide), int(top + high)), colour, -1)
