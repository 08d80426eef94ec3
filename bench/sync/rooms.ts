/** Rooms are numbered; every server knows them by this name. */
export function roomName(room: number): string {
  return `00000000-0000-4000-8000-${room.toString(16).padStart(12, '0')}`;
}
