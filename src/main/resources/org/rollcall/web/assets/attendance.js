"use strict";
// Films the class for some seconds, or takes a file, and sends it while a bar shows how much is sent.

/** Sends a form; tells how much is sent, and goes where the answer leads. */
function send(form, to, token, place) {
  const say = place.querySelector(".message");
  const bar = place.querySelector("progress");
  const request = new XMLHttpRequest();
  request.open("POST", to);
  request.setRequestHeader("X-Form-Token", token);
  say.textContent = place.dataset.wordSending;
  bar.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    bar.value = (100 * event.loaded) / Math.max(1, event.total);
  });
  return new Promise((resolve) => {
    const fail = () => {
      bar.hidden = true;
      say.textContent = problem(request) || place.dataset.wordBroken;
      resolve(false);
    };
    request.addEventListener("load", () => {
      if (request.status < 400) {
        location.assign(request.responseURL);
        resolve(true);
      } else {
        fail();
      }
    });
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    request.send(form);
  });
}

function problem(request) {
  const page = new DOMParser().parseFromString(request.responseText || "", "text/html");
  const told = page.querySelector(".problem");
  return told ? told.textContent : "";
}

/** Of what browsers can record, what they make with the least effort. */
const TYPES = ["video/webm;codecs=vp8", "video/webm", "video/mp4"];
const BITS_PER_SECOND = 6_000_000;

class Film {
  constructor(panel) {
    this.panel = panel;
    this.video = panel.querySelector("video");
    for (const name of ["start", "record", "again", "stop"]) {
      this.button(name).addEventListener("click", () => this[name]());
    }
    panel.hidden = false;
  }

  button(name) {
    return this.panel.querySelector("button." + name);
  }

  show(...names) {
    for (const name of ["start", "record", "again", "stop"]) {
      this.button(name).hidden = !names.includes(name);
    }
  }

  say(text) {
    this.panel.querySelector(".message").textContent = text;
  }

  async start() {
    const words = this.panel.dataset;
    if (!navigator.mediaDevices || !window.MediaRecorder) {
      this.say(words.wordInsecure);
      return;
    }
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
    } catch (failure) {
      this.say(failure.name === "NotAllowedError" ? words.wordRefused : words.wordNone);
      return;
    }
    this.video.srcObject = this.stream;
    await this.video.play();
    this.panel.querySelector(".stage").hidden = false;
    this.say(words.wordReady);
    this.show("record", "stop");
  }

  stop() {
    clearInterval(this.clock);
    if (this.recorder && this.recorder.state !== "inactive") {
      this.recorder.onstop = null;
      this.recorder.stop();
    }
    this.stream.getTracks().forEach((track) => track.stop());
    this.panel.querySelector(".stage").hidden = true;
    this.say("");
    this.show("start");
  }

  record() {
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const pieces = [];
    this.recorder = new MediaRecorder(this.stream, {
      mimeType: type, videoBitsPerSecond: BITS_PER_SECOND,
    });
    this.recorder.ondataavailable = (event) => pieces.push(event.data);
    this.recorder.onstop = () => {
      this.recording = new Blob(pieces, { type });
      this.upload();
    };
    this.began = Date.now();
    this.recorder.start(1000);
    const until = this.began + 1000 * this.panel.querySelector(".seconds").value;
    this.show("stop");
    this.clock = setInterval(() => {
      const left = Math.ceil((until - Date.now()) / 1000);
      this.say(this.panel.dataset.wordLeft.replace("#", Math.max(0, left)));
      if (left <= 0) {
        clearInterval(this.clock);
        this.recorder.stop();
      }
    }, 250);
  }

  async upload() {
    this.stream.getTracks().forEach((track) => track.stop());
    this.show();
    const form = new FormData();
    form.append("began", this.began);
    form.append("recording", this.recording, "camera");
    if (!(await send(form, this.panel.dataset.to, this.panel.dataset.token, this.panel))) {
      this.show("again", "start");
    }
  }

  again() {
    this.upload();
  }
}

new Film(document.getElementById("film"));

const form = document.getElementById("send");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const size = [...form.elements.recording.files].reduce((sum, file) => sum + file.size, 0);
  if (size > Number(form.dataset.most)) {
    form.querySelector(".message").textContent = form.dataset.wordLarge;
    return;
  }
  send(new FormData(form), form.action, form.elements.formToken.value, form);
});
