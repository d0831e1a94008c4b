"use strict";
// The page of one student: new photos appear by themselves, and the camera takes good ones.

const LOOK_AGAIN_MS = 1500;

/** Replaces the list of photos until nobody looks at them any more. */
async function follow() {
  const photos = document.getElementById("photos");
  if (photos.dataset.waits !== "true") {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("photos");
    if (answer.ok && fresh) {
      photos.replaceWith(document.adoptNode(fresh));
    }
  } catch {
    // The service may be busy; the next look tells.
  }
  follow();
}

/** What is wanted of each turn of the head. */
const WANTED = [["STRAIGHT", 2], ["LEFT", 1], ["RIGHT", 1]];
const GLANCE_PIXELS = 640;
const BETWEEN_SHOTS_MS = 700;
const AFTER_A_GLANCE_MS = 150;

class Camera {
  constructor(panel) {
    this.panel = panel;
    this.video = panel.querySelector("video");
    this.stage = panel.querySelector(".stage");
    this.shots = new Map(WANTED.map(([turn]) => [turn, []]));
    this.lastShot = 0;
    this.button("start").addEventListener("click", () => this.start());
    this.button("stop").addEventListener("click", () => this.stop());
    this.button("use").addEventListener("click", () => this.send());
    panel.hidden = false;
  }

  button(name) {
    return this.panel.querySelector("button." + name);
  }

  word(name) {
    return this.panel.getAttribute("data-word-" + name.toLowerCase()) || "";
  }

  say(text) {
    const line = this.panel.querySelector(".message");
    if (line.textContent !== text) {
      line.textContent = text;
    }
  }

  async start() {
    if (!navigator.mediaDevices) {
      this.say(this.word("insecure"));
      return;
    }
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
    } catch (failure) {
      this.say(this.word(failure.name === "NotAllowedError" ? "refused" : "none"));
      return;
    }
    this.video.srcObject = this.stream;
    await this.video.play();
    this.stage.hidden = false;
    this.stage.classList.add("mirror");
    this.show(true);
    this.watch();
  }

  show(running) {
    this.button("start").hidden = running;
    this.button("stop").hidden = !running;
    this.button("use").hidden = this.pictures().length === 0;
  }

  stop() {
    if (this.stream) {
      this.stream.getTracks().forEach((track) => track.stop());
    }
    this.stream = null;
    this.stage.hidden = true;
    this.say("");
    this.show(false);
  }

  pictures() {
    return [...this.shots.values()].flat();
  }

  missing() {
    return WANTED.find(([turn, count]) => this.shots.get(turn).length < count);
  }

  async watch() {
    while (this.stream) {
      await this.glance();
      if (this.stream && !this.missing()) {
        await this.send();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, AFTER_A_GLANCE_MS));
    }
  }

  /** Asks what a small copy of the picture says, and keeps the picture itself if it is wanted. */
  async glance() {
    const whole = this.draw(this.video.videoWidth);
    const small = this.draw(GLANCE_PIXELS);
    try {
      const answer = await fetch(this.panel.dataset.glance, {
        method: "POST",
        headers: { "X-Form-Token": this.panel.dataset.token },
        body: await jpeg(small, 0.85),
      });
      const said = await answer.json();
      if (!this.stream) {
        return;
      }
      if (said.problem) {
        this.say(said.problem);
      } else if (said.hint === "GOOD") {
        await this.consider(whole, said);
      } else {
        this.say(this.word(said.hint));
      }
    } catch {
      this.say(this.word("failed"));
    }
  }

  draw(width) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.min(width, this.video.videoWidth);
    canvas.height = Math.round((canvas.width * this.video.videoHeight) / this.video.videoWidth);
    canvas.getContext("2d").drawImage(this.video, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  async consider(picture, said) {
    const kept = this.shots.get(said.turn);
    const wanted = WANTED.find(([turn]) => turn === said.turn)[1];
    const now = Date.now();
    if (kept.length < wanted && now - this.lastShot > BETWEEN_SHOTS_MS) {
      kept.push({ weight: said.weight, file: await jpeg(picture, 0.92), picture });
      this.lastShot = now;
    } else if (kept.length > 0) {
      const worst = kept.reduce((a, b) => (a.weight <= b.weight ? a : b));
      if (said.weight > worst.weight) {
        Object.assign(worst, { weight: said.weight, file: await jpeg(picture, 0.92), picture });
      }
    }
    this.showShots();
    const missing = this.missing();
    this.say(missing ? this.word("GOOD") + " " + this.word(missing[0]) + "." : this.word("done"));
  }

  showShots() {
    this.panel.querySelector(".shots").replaceChildren(
      ...this.pictures().map((shot) => {
        const item = document.createElement("li");
        const side = Math.min(shot.picture.width, shot.picture.height);
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 144;
        canvas.getContext("2d").drawImage(
          shot.picture, (shot.picture.width - side) / 2, (shot.picture.height - side) / 2, side, side,
          0, 0, 144, 144);
        item.append(canvas);
        return item;
      }));
    this.button("use").hidden = this.pictures().length === 0;
  }

  async send() {
    const form = new FormData();
    this.pictures().forEach((shot, i) => form.append("photo", shot.file, `camera-${i + 1}.jpg`));
    this.stop();
    this.say(this.word("done"));
    try {
      const answer = await fetch(this.panel.dataset.photos, {
        method: "POST",
        headers: { "X-Form-Token": this.panel.dataset.token },
        body: form,
      });
      if (answer.ok) {
        location.reload();
        return;
      }
    } catch {
      // Told below.
    }
    this.say(this.word("failed"));
    this.button("use").hidden = false;
  }
}

function jpeg(canvas, quality) {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}

follow();
new Camera(document.getElementById("camera"));
