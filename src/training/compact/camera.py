"""What a cheap camera at the far end of a room does to a picture of a face."""

import cv2
import numpy as np

cv2.setNumThreads(1)


def chance(rng, probability):
    return rng.random() < probability


def resized(image, width, height=None):
    size = (int(width), int(height or width))
    smaller = size[0] < image.shape[1]
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)


def dim(image, rng, darkest):
    """Less or more light, less contrast, and a tint."""
    gain = rng.uniform(darkest, 1.3) * rng.uniform(0.93, 1.07, 3)
    return image * gain.astype(np.float32) + np.float32(rng.uniform(-20, 20))


def blur(image, rng, most):
    """Out of focus, or moving."""
    if chance(rng, 0.5):
        return cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, most))
    length = rng.integers(2, 2 + int(2 * most) + 1)
    kernel = np.zeros((2 * length + 1, 2 * length + 1), np.float32)
    angle = rng.uniform(0, np.pi)
    for t in np.linspace(-length / 2, length / 2, 4 * length):
        x, y = length + t * np.cos(angle), length + t * np.sin(angle)
        kernel[int(round(y)), int(round(x))] += 1
    return cv2.filter2D(image, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def noise(image, rng, most):
    """The sensor's noise, in part of one colour."""
    level = rng.uniform(1, most)
    grain = rng.standard_normal((*image.shape[:2], 3), np.float32)
    if chance(rng, 0.5):
        grain = grain[..., :1]
    return image + level * grain


def compress(image, rng, worst):
    """Compression artefacts; takes and returns uint8."""
    quality = int(rng.integers(worst, 90))
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 1)


def clipped(image):
    return np.clip(image, 0, 255).astype(np.uint8)


def seen(image, rng, darkest=0.25):
    """Some of all this, at the size that the image has; takes and returns uint8."""
    image = image.astype(np.float32)
    if chance(rng, 0.8):
        image = dim(image, rng, darkest)
    if chance(rng, 0.35):
        image = blur(image, rng, 1.3)
    if chance(rng, 0.5):
        image = noise(image, rng, 9)
    image = clipped(image)
    return compress(image, rng, 35) if chance(rng, 0.35) else image


def hide(image, rng):
    """Something before a part of the face: a book, a hand, the head of the one in front."""
    side = image.shape[0]
    high, wide = rng.integers(side // 8, side // 2, 2)
    top = rng.integers(0, side - high)
    left = rng.integers(0, side - wide)
    if chance(rng, 0.3):
        top, high = side - high, high
    image[top : top + high, left : left + wide] = rng.uniform(0, 255, 3)
    return image


def sighting(crop, rng):
    """Makes of an aligned enrolment-like crop (uint8, square) one as a recording gives it."""
    side = crop.shape[0]
    if chance(rng, 0.5):
        crop = crop[:, ::-1]
    small = rng.integers(20, 80) if chance(rng, 0.6) else side
    loose = 1 + 0.6 * (1 - small / side)
    turn = cv2.getRotationMatrix2D(
        (side / 2, side / 2), loose * rng.normal(0, 4), 1 + loose * rng.normal(0, 0.035)
    )
    turn[:, 2] += loose * rng.normal(0, 2, 2)
    border = cv2.BORDER_REFLECT if chance(rng, 0.7) else cv2.BORDER_CONSTANT
    image = cv2.warpAffine(crop, turn, (side, side), borderMode=border)
    if chance(rng, 0.15):
        image = hide(np.ascontiguousarray(image), rng)
    if small < side:
        image = cv2.resize(image, (small, small), interpolation=cv2.INTER_AREA)
    if chance(rng, 0.85):
        image = seen(image, rng)
    if chance(rng, 0.12):
        image = np.repeat(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None], 3, 2)
    if small < side:
        image = cv2.resize(image, (side, side), interpolation=cv2.INTER_LINEAR)
    return image


def blend(one, other, rng):
    """Makes of two aligned crops a face that nobody has."""
    share = rng.uniform(0.35, 0.65)
    mixed = cv2.addWeighted(one, share, other, 1 - share, 0)
    side = one.shape[0]
    stretch = np.eye(2, 3)
    stretch[0, 0], stretch[1, 1] = 1 + rng.normal(0, 0.05, 2)
    stretch[:, 2] = side / 2 * (1 - stretch.diagonal())
    return cv2.warpAffine(mixed, stretch, (side, side), borderMode=cv2.BORDER_REFLECT)
