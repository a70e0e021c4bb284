export type EvidenceFile = { id: number; sha256: string; name: string; mime: string }

/** A picture small, a document by its name; both open in a tab of their own. */
export function EvidenceThumb({ file }: { file: EvidenceFile }) {
  const address = `/api/evidence/${file.sha256}`
  return (
    <a href={address} target="_blank" rel="noreferrer" title={file.name}>
      {file.mime.startsWith('image/') ? <Picture address={address} name={file.name} /> : file.name}
    </a>
  )
}

// biome-ignore lint/performance/noImgElement: evidence comes through a checked route; an optimiser would keep copies outside it
const Picture = ({ address, name }: { address: string; name: string }) => <img src={address} alt={name} loading="lazy" />
