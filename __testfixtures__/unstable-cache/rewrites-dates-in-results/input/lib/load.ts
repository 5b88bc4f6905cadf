export interface Venue {
  name: string
  opened: Date
  halls: Map<string, number>
}

export async function loadVenues(): Promise<Venue[]> {
  return [{ name: 'Hall', opened: new Date(0), halls: new Map() }]
}
