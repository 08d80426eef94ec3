/** What a new plan starts with: headings with a word of guidance, and the frame of objectives. */
export interface PlanTemplate {
  narrative: { heading: string; guidance: string }[];
  orientations: { title: string; axes: { title: string; objectives: string[] }[] }[];
}
