import type { PostPlace } from '../posts/model.ts'
import { postPath } from '../posts/views.ts'

/** The page of one finding of a post. Keys need no escaping. */
export const findingPath = (post: PostPlace, key: string): string => `${postPath(post)}/findings/${key}`

/** The page of a quotation across the forum. */
export const quotationPath = (quotationId: number): string => `/record/quotations/${quotationId}`

/** The page of what somebody is on record with. */
export const speakerPath = (speakerId: number): string => `/record/speakers/${speakerId}`
