// The tasks of the bench for inkjs: node inkjs.js ENGINE compile|play|explore STORY.ink
"use strict";

const [engine, task, path] = process.argv.slice(2);
const { Compiler } = require(require("path").resolve(engine));
const story = new Compiler(require("fs").readFileSync(path, "utf8")).Compile();
const SECONDS = 1; // of CPU, after as long a time to warm up

function spent(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** How often `work` counts up in a second of CPU. */
function rate(work) {
  let figure = 0;
  for (let round = 0; round < 2; round++) {
    const start = process.cpuUsage();
    let count = 0;
    while (spent(start) < SECONDS) count += work(() => spent(start) < SECONDS);
    figure = count / spent(start);
  }
  return figure;
}

/** One random play from start to end; the lines that were heard. */
function play() {
  let lines = 0;
  story.ResetState();
  for (;;) {
    for (; story.canContinue; lines++) story.Continue();
    const choices = story.currentChoices.length;
    if (!choices) return lines;
    story.ChooseChoiceIndex(Math.floor(Math.random() * choices));
  }
}

/** Every state once, layer by layer, as long as `mayGoOn`; how many were reached. */
function explore(mayGoOn) {
  story.ResetState();
  while (story.canContinue) story.Continue();
  let layer = new Set([story.state.ToJson()]);
  let states = 0;
  while (layer.size && mayGoOn()) {
    const next = new Set();
    for (const state of layer) {
      if (!mayGoOn()) break;
      story.state.LoadJson(state);
      const choices = story.currentChoices.length;
      for (let choice = 0; choice < choices; choice++) {
        if (choice) story.state.LoadJson(state);
        story.ChooseChoiceIndex(choice);
        while (story.canContinue) story.Continue();
        next.add(story.state.ToJson());
      }
    }
    states += next.size;
    layer = next;
  }
  return states;
}

const tasks = { compile: () => 0, play: () => rate(play), explore: () => rate(explore) };
console.log(JSON.stringify({ rate: tasks[task]() }));
