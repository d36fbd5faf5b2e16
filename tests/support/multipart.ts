/** A multipart body of files, as browsers send it. */
export function multipart(
  files: readonly { name: string; type?: string; bytes: Uint8Array }[],
  fields: Record<string, string> = {},
): { payload: Buffer; type: string } {
  const edge = 'edge-of-the-parts'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  for (const { name, type = 'application/octet-stream', bytes } of files)
    parts.push(
      Buffer.from(
        `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    )
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
    type: `multipart/form-data; boundary=${edge}`,
  }
}
