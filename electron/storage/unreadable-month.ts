/** A month's file is there and cannot be read now: it must not be taken for an empty one. The message is the month. */
export class UnreadableMonth extends Error {}
