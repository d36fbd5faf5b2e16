import type { FormState } from '#web/forms.ts'
import type { Forum } from '../act.ts'
import type { Actor } from '../actor.ts'
import { formDraft, loadDraft } from '../drafts/load.ts'
import type { DraftFields } from '../drafts/model.ts'
import type { FormDraft } from '../drafts/views.ts'

/** A form as it is opened: with the draft of its place in it, where there is one. */
export interface Opened {
  readonly form: FormState
  readonly draft?: FormDraft | undefined
}

/**
 * The form of a new post in a place, with the draft that somebody has there; quotes that were asked for come behind it.
 * Nothing is asked where it is known that there is no draft.
 */
export async function openComposer(
  forum: Forum,
  actor: Actor,
  { place, form, hasDraft = true }: { place: string; form: FormState; hasDraft?: boolean },
): Promise<Opened> {
  const draft = hasDraft ? await loadDraft(forum, actor, place) : null
  if (draft === null) return { form, draft: formDraft(forum, actor, place) }
  const values = { ...form.values, ...draft.fields, source: joined(draft.fields, form) }
  return { form: { ...form, values }, draft: formDraft(forum, actor, place, { at: draft.at }) }
}

function joined(fields: DraftFields, form: FormState): string {
  const [kept, asked] = [fields['source'], form.values['source']].map(text => String(text ?? ''))
  return [kept?.trimEnd(), asked].filter(Boolean).join('\n\n')
}

/**
 * The form of another wording, with the draft of it, if that is based on the wording that stands; one of an earlier
 * wording only when `asked`, and then as a conflict, whose sentence `problem` is.
 */
export async function openEdit(
  forum: Forum,
  actor: Actor,
  edit: {
    readonly place: string
    readonly form: FormState
    readonly asked: boolean
    readonly problem: () => NonNullable<FormState['problem']>
  },
): Promise<Opened> {
  const { place, form, asked } = edit
  const draft = await loadDraft(forum, actor, place)
  if (draft === null) return { form, draft: formDraft(forum, actor, place) }
  const isPresent = draft.fields['basedOn'] === form.values['basedOn']
  if (!isPresent && !asked) return { form, draft: formDraft(forum, actor, place, { outdatedAt: draft.at }) }
  const values = { ...form.values, ...draft.fields }
  const problem = isPresent ? null : edit.problem()
  return { form: { values, problem }, draft: formDraft(forum, actor, place, { at: draft.at }) }
}
