/** Builds what browsers load into `dist/assets` below a root; → how many files. */
export function buildAssets(root: string): Promise<number>
