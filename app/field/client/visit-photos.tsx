import { useEffect, useState } from 'react'
import { fill } from '../../../domain/fill'
import type { PhotoDraft, VisitDraft } from '../visit-draft'
import { SelectBox } from './controls'
import type { Database } from './database'
import type { Person } from './people'
import { keepPicture, readPicture } from './pictures'
import type { Change } from './use-draft'
import { useWords } from './words'

type Props = { draft: VisitDraft; change: Change; db: Database; person: Person }

/** Photographs are kept the moment they are taken; each says what it shows. */
export function VisitPhotos({ draft, change, db, person }: Props) {
  const { f } = useWords()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string[]>([])
  const add = async (files: File[]) => {
    setBusy(true)
    setTrouble([])
    for (const file of files) {
      const kept = await keepPicture(db, person, draft.id, file, draft.locate ? draft.position : null)
      if (kept.is === 'kept') change((now) => ({ ...now, photos: [...now.photos, kept.photo] }))
      else setTrouble((now) => [...now, fill(kept.is === 'full' ? f.photoFull : f.photoUnreadable, { name: kept.name })])
    }
    setBusy(false)
  }
  const remove = (id: string) => {
    change((now) => ({ ...now, photos: now.photos.filter((photo) => photo.id !== id) }))
    void db.delete('photos', id)
  }
  const put = (id: string, finding: string | null) =>
    change((now) => ({ ...now, photos: now.photos.map((photo) => (photo.id === id ? { ...photo, finding } : photo)) }))
  return (
    <section className="field-part">
      <h2>{f.photos}</h2>
      <p className="hint">{f.photosWhy}</p>
      <ul className="field-photos">
        {draft.photos.map((photo, index) => (
          <Photo
            key={photo.id}
            photo={photo}
            number={index + 1}
            draft={draft}
            db={db}
            person={person}
            put={(finding) => put(photo.id, finding)}
            remove={() => remove(photo.id)}
          />
        ))}
      </ul>
      {trouble.map((text) => (
        <p key={text} className="said said-late" role="alert">
          {text}
        </p>
      ))}
      <p role="status">{busy ? f.photoBusy : ''}</p>
      <div className="form-end">
        <Pick label={f.takePhoto} camera pick={add} />
        <Pick label={f.choosePhotos} pick={add} />
      </div>
    </section>
  )
}

/** The browser's own file control, dressed as a button and still reached by key. */
function Pick({ label, camera, pick }: { label: string; camera?: boolean; pick: (files: File[]) => Promise<void> }) {
  return (
    <label className="button field-pick">
      <input
        type="file"
        accept="image/*"
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void pick(files)
        }}
      />
      {label}
    </label>
  )
}

type PhotoProps = {
  photo: PhotoDraft
  number: number
  draft: VisitDraft
  db: Database
  person: Person
  put: (finding: string | null) => void
  remove: () => void
}

function Photo({ photo, number, draft, db, person, put, remove }: PhotoProps) {
  const { f } = useWords()
  const address = usePicture(db, person, photo.id)
  const findings = draft.findings.map(({ id, facts }, index) => ({
    value: id,
    text: `${fill(f.findingTitle, { number: index + 1 })} ${facts.slice(0, 20)}`,
  }))
  const options = [{ value: 'visit', text: f.photoOfVisit }, ...findings]
  return (
    <li data-photo={photo.id}>
      {/* biome-ignore lint/performance/noImgElement: the shell is no Next page, and the picture is on this device alone */}
      {address ? <img src={address} alt={fill(f.photoAlt, { number, name: photo.name })} /> : <span className="field-no-photo" />}
      <SelectBox
        id={`${photo.id}-of`}
        label={f.photoOf}
        options={options}
        value={photo.finding ?? 'visit'}
        type={(value) => put(value === 'visit' || value === '' ? null : value)}
      />
      <button type="button" className="button button-plain" onClick={remove}>
        {fill(f.removePhoto, { number })}
      </button>
    </li>
  )
}

function usePicture(db: Database, person: Person, id: string): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let left = false
    void readPicture(db, person, id).then((blob) => {
      if (!blob || left) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [db, person, id])
  return address
}
