/** Pictures that are not stored. Their address says what to draw: `/media/drawn/<spec>.svg`. */
export interface DrawnPictures {
  /** Returns a whole SVG, or undefined if the spec cannot be drawn. */
  draw(spec: string): Promise<string | undefined>;
}
