import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPTS = fileURLToPath(new URL("../../../graph/chronotope/show/html/page/scripts", import.meta.url));

/** From the first to the last; those of one line do not know each other. A file beside the rooms has a name of its own. */
const ROOMS = [
  ["dom.js", "frames.js", "naming.js", "texts.js", "theme.js"],
  ["portions.js", "roving.js", "tooltip.js"],
  ["data"],
  ["time"],
  ["state"],
  ["layout"],
  ["chart", "overview", "actors", "map", "panel", "views"],
  ["export"],
  ["tools"],
  ["main.js", "loader.js"],
];
const LEVELS = new Map(ROOMS.flatMap((rooms, level) => rooms.map((room) => [room, level])));

const MODULES = readdirSync(SCRIPTS, { recursive: true }).filter((path) => path.endsWith(".js")).sort();

const roomOf = (path) => path.split("/")[0];

function importsOf(path) {
  const text = readFileSync(join(SCRIPTS, path), "utf8");
  return [...text.matchAll(/^import [^;]*? from "(.+?)";$/gm)].map(([, from]) => normalize(join(dirname(path), from)));
}

test("every room is listed", () => {
  assert.deepEqual(new Set(MODULES.map(roomOf)), new Set(LEVELS.keys()));
});

test("modules import from rooms above their own", () => {
  const back = MODULES.flatMap((path) => importsOf(path)
    .filter((from) => roomOf(from) !== roomOf(path) && !(LEVELS.get(roomOf(from)) < LEVELS.get(roomOf(path))))
    .map((from) => `${path} imports ${from}`));
  assert.deepEqual(back, []);
});
