import { ENGINE_VERSION } from '@rostra/record/comparing'
import { MARKS_VERSION } from './annotate.ts'

/** Versions of the marks that one version of the engine can have. */
const MARKS_VERSIONS = 1000

/** The version of what reads posts and marks what was read. What an older one left is read again. */
export const READING_VERSION = ENGINE_VERSION * MARKS_VERSIONS + MARKS_VERSION
