import { type Html, html } from '#base/html.ts'

/** A page of the menu: where it is, and its name. */
export interface MenuPart {
  readonly path: string
  readonly name: string
}

/** Pages that belong together, under a name that says what they are about. */
export interface MenuGroup {
  readonly name: string
  readonly parts: readonly MenuPart[]
}

/**
 * The menu of pages that are kept in groups. Where there is room every page stands under the name of its group; on a
 * phone the names stand in a line, and below them the pages of the group that is open. `path` is the page that is open,
 * `isWithin` says that it is one below it.
 */
export function PartMenu(menu: {
  label: string
  /** A page before all groups. */
  start?: MenuPart
  groups: readonly MenuGroup[]
  path: string
  isWithin?: boolean
}): Html {
  const { label, start, groups, path, isWithin } = menu
  const here = (part: MenuPart) => part.path === path && html` aria-current="${isWithin ? 'true' : 'page'}"`
  const link = (part: MenuPart): Html => html`<li><a href="${part.path}"${here(part)}>${part.name}</a></li>`
  const group = ({ name, parts }: MenuGroup): Html => {
    const isOpen = parts.some(part => part.path === path)
    return html`<li${isOpen && html` class="open"`}><a class="group" href="${parts[0]?.path}">${name}</a><ul>${parts.map(link)}</ul></li>`
  }
  return html`<nav aria-label="${label}"><ul>${start && link(start)}${groups.map(group)}</ul></nav>`
}
