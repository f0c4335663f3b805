/** Pictures that are nowhere kept: the address says what there is to draw, as `/media/drawn/<spec>.svg`. */
export interface DrawnPictures {
  /** A whole SVG. Undefined: the spec says nothing that can be drawn here. */
  draw(spec: string): Promise<string | undefined>;
}
