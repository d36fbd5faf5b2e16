import { type Html, html, type Part } from '#base/html.ts'
import type { Words } from '#base/words.ts'

/** The page that says how posts are written. */
export const HELP_PATH = '/help/writing'

/** What a script says about a form, for the form to carry: `{count}`, `{name}` and `{percent}` are filled in there. */
function sayings(words: Words): Record<string, string> {
  const [count, name, percent] = ['{count}', '{name}', '{percent}']
  return {
    saved: words.say('drafts.saved'),
    kept: words.say('drafts.kept'),
    left: words.say('aids.left', { count }),
    over: words.say('aids.over', { count }),
    lacking: words.say('aids.lacking', { count }),
    members: words.say('aids.members', { count }),
    membersList: words.say('aids.members-list'),
    uploading: words.say('aids.uploading', { name, percent }),
    uploadFailed: words.say('aids.upload-failed', { name }),
    alt: words.say('aids.alt', { name }),
    put: words.say('aids.put'),
    column: words.say('aids.column'),
    toolbar: words.say('aids.toolbar'),
    address: words.say('aids.rich-address'),
    undo: words.say('aids.undo'),
    redo: words.say('aids.redo'),
    preview: words.say('aids.live-title'),
    fresh: words.say('aids.live-fresh'),
  }
}

interface Tool {
  /** What the script calls it: the name of a mark, or of a deed. */
  readonly mark?: string
  readonly tool?: string
  readonly name: string
  /** What stands on it, where that is not its name. */
  readonly shown?: Part
  readonly key?: string
}

function ToolButton({ mark, tool, name, shown, key }: Tool, isFirst: boolean): Html {
  const does = mark === undefined ? html` data-tool="${tool}"` : html` data-mark="${mark}"`
  const keys = key !== undefined && html` aria-keyshortcuts="Control+${key}" title="${name} (Ctrl+${key})"`
  return html`<button type="button"${does}${shown != null && html` aria-label="${name}"`}${keys} tabindex="${isFirst ? 0 : -1}">${shown ?? name}</button>`
}

/**
 * The row of marks above a text. It works by a script alone, so it comes as a template that the script puts in; the
 * second part of it folds where there is little room, the third everywhere.
 */
export function Toolbar(words: Words): Html {
  const [strong, emphasis] = [words.say('aids.strong-letter'), words.say('aids.emphasis-letter')]
  const first: Tool[] = [
    { mark: 'strong', name: words.say('aids.strong'), shown: html`<b>${strong}</b>`, key: 'B' },
    { mark: 'emphasis', name: words.say('aids.emphasis'), shown: html`<i>${emphasis}</i>`, key: 'I' },
    { mark: 'link', name: words.say('aids.link'), key: 'K' },
    { mark: 'quote', name: words.say('aids.quote') },
    { mark: 'list', name: words.say('aids.list') },
  ]
  const also: Tool[] = [
    { mark: 'code', name: words.say('aids.code') },
    { mark: 'spoiler', name: words.say('aids.spoiler') },
    { tool: 'file', name: words.say('aids.file') },
    { tool: 'live', name: words.say('aids.live') },
    { tool: 'rich', name: words.say('aids.rich') },
  ]
  const rest: Tool[] = [
    { mark: 'table', name: words.say('aids.table') },
    { mark: 'numbers', name: words.say('aids.numbers') },
    { mark: 'heading', name: words.say('aids.heading') },
    { mark: 'struck', name: words.say('aids.struck') },
  ]
  return html`<template class="aids-template" data-words="${JSON.stringify(sayings(words))}"><div class="aids" role="toolbar" aria-label="${words.say('aids.toolbar')}">${first.map((tool, index) => ToolButton(tool, index === 0))}<details><summary tabindex="-1">${words.say('aids.more')}</summary><div><span class="also">${also.map(tool => ToolButton(tool, false))}</span>${rest.map(tool => ToolButton(tool, false))}</div></details></div></template>`
}

/** The way to the page that says how posts are written; it opens beside the form, so that nothing typed is left. */
export function HowToWrite(words: Words): Html {
  return html`<a class="how" href="${HELP_PATH}" target="_blank">${words.say('aids.how')}</a>`
}
