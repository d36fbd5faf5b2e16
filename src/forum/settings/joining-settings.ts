/** What an administrator may change about becoming a member, and signing in; whether anybody may is among the settings. */
export interface JoiningSettings {
  /** Whether members write only after they have confirmed their address. */
  readonly confirmation: 'required' | 'offered'
  /** Who may invite others. */
  readonly invitedBy: 'administrators' | 'members'
  /** Whether moderators and administrators have the rights of members as long as they have no second factor. */
  readonly staffFactor: 'chosen' | 'required'
}

export const DEFAULT_JOINING_SETTINGS: JoiningSettings = {
  confirmation: 'required',
  invitedBy: 'administrators',
  staffFactor: 'chosen',
}

/** JSON as it was stored → the settings; what makes no sense counts as not set. */
export function joiningSettingsOf(stored: string | undefined): JoiningSettings {
  let read: Partial<Record<keyof JoiningSettings, unknown>> = {}
  try {
    if (stored) read = (JSON.parse(stored) ?? {}) as typeof read
  } catch {
    // Not ours, so not set.
  }
  return {
    confirmation: read.confirmation === 'offered' ? 'offered' : 'required',
    invitedBy: read.invitedBy === 'members' ? 'members' : 'administrators',
    staffFactor: read.staffFactor === 'required' ? 'required' : 'chosen',
  }
}
