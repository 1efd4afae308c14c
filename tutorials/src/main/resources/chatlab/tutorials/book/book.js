"use strict";

// The contents are open where there is room for them, and a tap away on a phone.
const chapters = document.querySelector(".chapters");
const wide = window.matchMedia("(min-width: 60rem)");
if (chapters !== null) { // the first page has none
    chapters.open = wide.matches;
    wide.addEventListener("change", () => { chapters.open = wide.matches; });
}

// On paper nothing can be unfolded.
window.addEventListener("beforeprint", () => {
    document.querySelectorAll("main details").forEach((details) => { details.open = true; });
});

// The search: sections that have all the words, those with a word in the heading first.
const MOST = 20;
const field = document.getElementById("search");
const found = document.getElementById("found");

function excerpt(text, word) {
    const at = Math.max(0, text.toLowerCase().indexOf(word));
    const start = Math.max(0, at - 40);
    return (start > 0 ? "\u2026" : "") + text.slice(start, at + 80) + "\u2026";
}

function entry(section, word) {
    const link = document.createElement("a");
    link.href = document.body.dataset.root + section[1];
    link.textContent = section[0];
    const text = document.createElement("small");
    text.textContent = excerpt(section[2], word);
    const item = document.createElement("li");
    item.append(link, text);
    return item;
}

function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    found.replaceChildren();
    if (words.length === 0) {
        return;
    }
    const has = (text) => words.every((word) => text.toLowerCase().includes(word));
    const hits = SECTIONS.filter((section) => has(section[0] + " " + section[2]));
    hits.sort((a, b) => has(b[0]) - has(a[0]));
    found.append(...hits.slice(0, MOST).map((section) => entry(section, words[0])));
    if (hits.length === 0) {
        found.textContent = document.body.dataset.nothing;
    }
}

field.addEventListener("input", search);
