/** Dispatch meetings: 周调度、月调度、县长办公会、联席会议. */
export const meetingKinds = ['weekly', 'monthly', 'county', 'joint'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** Those that decide of what no unit and no leader could settle. */
export const decidingMeetings: readonly MeetingKind[] = ['county', 'joint']

export const meetingStates = ['called', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]

export const meetingItemStates = ['open', 'settled'] as const
export type MeetingItemState = (typeof meetingItemStates)[number]
