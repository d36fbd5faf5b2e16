import type { Readable } from 'node:stream'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { addField, type FormBody } from './body.ts'
import { CSRF_FIELD, CSRF_HEADER, mustCarryToken } from './csrf.ts'
import { type FormSchema, read } from './forms.ts'
import { csrfOptions } from './proof.ts'

/** A file on its way in. Its name and type are what the sender says. */
export interface IncomingFile {
  readonly field: string
  readonly name: string
  readonly type: string
  /** At most `uploadBytes` long; longer ones end the upload with `too-large`. */
  readonly bytes: Readable
  /** Whether it was longer, once its bytes were read: there are no more of them than may be. */
  isCut(): boolean
}

const MOST_FILES = 20
const MOST_FIELDS = 100
const LONGEST_FIELD = 2 ** 20
const LONGEST_NAME = 300

declare module 'fastify' {
  interface FastifyContextConfig {
    takesFiles?: boolean
  }
}

/** The option of a POST route that takes files: `app.post(path, takesFiles(), handler)`. All others refuse multipart. */
export function takesFiles(): { config: { takesFiles: true } } {
  return { config: { takesFiles: true } }
}

/** Reads `multipart/form-data` on the routes that ask for it, piece by piece, nothing kept here. */
export async function registerUploads(app: FastifyInstance): Promise<void> {
  const { uploadBytes } = app.web.options.config
  await app.register(multipart, {
    // A file that is too large ends where it may; whoever takes it is told.
    throwFileSizeLimit: false,
    limits: {
      fileSize: uploadBytes,
      files: MOST_FILES,
      fields: MOST_FIELDS,
      fieldSize: LONGEST_FIELD,
      fieldNameSize: 100,
      parts: MOST_FILES + MOST_FIELDS,
      headerPairs: 50,
    },
  })
}

/**
 * Reads a form that may carry files. `takeFile` gets each as it arrives and must read its bytes to the end; what it
 * answers is collected. Files are taken only after the form's token, which therefore stands first in it. Throws
 * `forged`, `too-large`, and `invalid` as `readForm` does. A form without files may come in any other coding too.
 */
export async function readUpload<const S extends FormSchema, T>(
  schema: S,
  request: FastifyRequest,
  takeFile: (file: IncomingFile) => Promise<T>,
): Promise<{ fields: v.InferOutput<S>; files: T[] }> {
  const files = await takeFiles(request, async file => {
    const taken = await takeFile(file)
    if (file.isCut()) throw new Refused('too-large')
    return taken
  })
  const { [CSRF_FIELD]: _token, ...fields } = { ...(request.body as object) } as FormBody
  return { fields: read(schema, fields), files }
}

/**
 * Reads `multipart/form-data` as `readUpload` does, into `request.body`, for a form that is read by its schema afterwards:
 * what was typed is there whatever is wrong with a file, so one that is too large is cut, not refused. A request in any other
 * coding stays as it is. Throws `forged`, and `too-large` for a field that is.
 */
export async function takeFiles<T>(
  request: FastifyRequest,
  takeFile: (file: IncomingFile) => Promise<T>,
): Promise<T[]> {
  if (!request.isMultipart()) return []
  const body: FormBody = Object.create(null)
  const files: T[] = []
  request.body = body
  for await (const part of request.parts()) {
    if (part.type === 'file') await take(part, request, body, takeFile, files)
    else if (part.valueTruncated || part.fieldnameTruncated) throw new Refused('too-large')
    else addField(body, part.fieldname, String(part.value))
  }
  mustHaveProof(request, body)
  return files
}

function mustHaveProof(request: FastifyRequest, body: FormBody): void {
  if (request.routeOptions.config.ownProof || request.bearer) return
  mustCarryToken(request, request.headers[CSRF_HEADER] ?? body[CSRF_FIELD], csrfOptions(request.server))
}

async function take<T>(
  part: MultipartFile,
  request: FastifyRequest,
  body: FormBody,
  takeFile: (file: IncomingFile) => Promise<T>,
  files: T[],
): Promise<void> {
  mustHaveProof(request, body)
  // An input that was left empty is sent as a file without a name.
  if (part.filename === '' || part.filename === undefined) {
    part.file.resume()
    return
  }
  const name = part.filename.slice(0, LONGEST_NAME)
  const { fieldname: field, mimetype: type, file: bytes } = part
  files.push(await takeFile({ field, name, type, bytes, isCut: () => bytes.truncated }))
}
