const endOfDirectory = 0x06054b50
const years = 1980

/** Gives every entry of a zip file the same date, so that the same content makes the same bytes on any day. */
export function datedZip(zip: Uint8Array, day: string): Uint8Array {
  const dated = zip.slice()
  const view = new DataView(dated.buffer)
  const stamp = zipDate(day)
  let entry = view.getUint32(directoryEnd(view) + 16, true)
  const count = view.getUint16(directoryEnd(view) + 10, true)
  for (let index = 0; index < count; index += 1) {
    view.setUint32(entry + 12, stamp, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, stamp, true)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return dated
}

/** Nothing follows the end record of a zip without a comment. */
function directoryEnd(view: DataView): number {
  const at = view.byteLength - 22
  if (view.getUint32(at, true) !== endOfDirectory) throw new Error('not a zip file')
  return at
}

function zipDate(day: string): number {
  const [year = years, month = 1, date = 1] = day.split('-').map(Number)
  return (((year - years) << 25) | (month << 21) | (date << 16)) >>> 0
}
