/** The path of a Chromium of this machine: what `CHROMIUM` names, else the first one found; undefined without any. */
export function findChromium(): string | undefined
/** Installs Debian's package as root, with apt. Returns what `findChromium` finds then. */
export function installChromium(): string | undefined
