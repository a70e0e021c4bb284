import type { Messages } from '../../domain/messages'
import { sectors } from '../../domain/plan'
import { categories, industryClasses, projectLevels } from '../../domain/project'
import { Select, TextField } from '../_components/form'

type Given = {
  name?: string
  sector?: string
  town?: string | null
  category?: string | null
  industryClass?: string | null
  level?: string | null
}

/** What a work is called and where it belongs; `towns` are offered, another place may be written. */
export function IdentityFields({ given = {}, towns, t }: { given?: Given; towns: readonly string[]; t: Messages }) {
  const words = t.facts
  return (
    <>
      <datalist id="towns">
        {towns.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField name="name" label={words.name} maxLength={120} autoComplete="off" defaultValue={given.name} />
      <div className="form-row">
        <Select
          name="sector"
          label={words.sector}
          options={sectors.map((value) => ({ value, text: t.labels.sectors[value] }))}
          defaultValue={given.sector}
        />
        <Select
          name="category"
          label={words.category}
          optional
          empty={words.categoryEmpty}
          options={categories.map((value) => ({ value, text: t.labels.categories[value] }))}
          defaultValue={given.category}
        />
      </div>
      <div className="form-row">
        <TextField
          name="town"
          label={words.town}
          hint={words.townHint}
          optional
          list="towns"
          maxLength={40}
          autoComplete="off"
          defaultValue={given.town}
        />
        <Select
          name="level"
          label={words.level}
          optional
          empty={words.levelEmpty}
          options={projectLevels.map((value) => ({ value, text: t.labels.projectLevels[value] }))}
          defaultValue={given.level}
        />
      </div>
      <Select
        name="industryClass"
        label={t.registers.industryClass}
        optional
        empty={t.registers.industryClassEmpty}
        options={industryClasses.map((value) => ({ value, text: t.registers.industryClasses[value] }))}
        defaultValue={given.industryClass}
      />
    </>
  )
}
