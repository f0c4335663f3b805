/** @file The names that shoppers sign their reviews with. Invented pairs: no pair means a person. */
import { Random } from '../random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const FIRST = words(`
  Aaliyah Aaron Abdul Abigail Ada Adam Adaeze Adele Adrian Agnes Ahmed Aiko Aisha Alan Alba Alejandra Alex Alice Alma Amara
  Amelia Amina Amir Ana Anders Andrea Andrei Angela Anika Anna Anouk Antonio Anya Arjun Arthur Asha Astrid Aurora Ayesha
  Aylin Beatriz Ben Bianca Bjorn Blanca Boris Bram Brenda Brian Bruno Camila Carl Carla Carmen Caroline Cecilia Chantal
  Charles Charlotte Chiara Chidi Chloe Chris Claire Clara Colin Cora Cynthia Daan Dalia Damian Dana Daniel Daniela David
  Dawn Deborah Deepa Denise Diana Diego Dina Dmitri Dominic Donna Edith Eduardo Elena Eleni Elias Elif Elisa Ella Ellen
  Emeka Emil Emily Emma Enzo Eric Esra Esther Ethan Eva Fabian Farah Fatima Felix Fiona Florence Frances Frank Freya
  Gabriel Gabriela Gemma George Gina Giulia Grace Greta Gustav Hana Hannah Hassan Heidi Helen Henrik Hiro Hugo Ian Ibrahim
  Ida Imani Ines Ingrid Irene Iris Isaac Isabel Ivan Ivy Jack Jamal James Jana Jasmine Javier Jean Jessica Jing Joan Joao
  Johan Jonas Jorge Josephine Judith Julia Julian Kai Karen Karim Kate Katja Keiko Kenji Kevin Kofi Kwame Lara Lars Laura
  Layla Leila Lena Leo Leonie Liam Lila Linda Ling Lior Lisa Lorenzo Louise Luca Lucia Luis Luka Lydia Maja Malik Manuel
  Marco Margaret Maria Marie Mario Marta Martin Mateo Matthew Maya Mehmet Mei Mia Michael Miguel Mila Milan Mina Miriam
  Mohammed Mona Monica Nadia Naomi Natalia Nathan Neha Nia Nicole Niko Nina Noah Noor Nora Olga Oliver Olivia Omar Oscar
  Otto Pablo Paolo Patricia Paul Paula Pedro Peter Petra Philip Pia Pilar Priya Rafael Rahul Ralph Ravi Rebecca Renata
  Robert Rohan Rosa Rosalind Ruth Ryan Sabine Said Salma Sam Samira Sandra Sara Sean Selma Sergio Shira Silvia Simon Sofia
  Soren Stefan Stella Stephen Sunita Susan Sven Tamar Tanya Tara Tariq Teresa Theo Thomas Tilda Tim Tomas Tova Tuan Uma
  Ursula Valeria Vera Victor Vikram Viola Walter Wanda Wei Wendy William Xavier Yara Yasmin Yuki Yusuf Zara Zeynep Zoe`);

const LAST = words(`
  Abbott Abe Acosta Adeyemi Ahlgren Aldana Almeida Amari Andersen Aoki Arslan Ashworth Baker Bakker Banerjee Barros Bauer
  Becker Bell Bello Bennett Berg Bianchi Bloom Boateng Brandt Brennan Brooks Bui Burke Cabrera Campos Carter Castillo Chan
  Chaudhry Chen Chowdhury Clarke Cohen Conti Costa Cruz Dahl Daly Das Delgado Demir Desai Diallo Diaz Dijkstra Dlamini
  Dubois Duarte Duncan Egan Eklund Ellis Eriksen Estrada Evans Fabre Farkas Farouk Fernandes Ferrari Fischer Fitzgerald
  Fontaine Foster Fraser Frost Fuentes Fujita Gallagher Garcia Gauthier Georgiou Gibson Gill Gomes Gonzalez Graham Grant
  Greene Gupta Haas Haddad Hale Hansen Harada Hart Hassan Hayes Heikkinen Hernandez Hill Hoang Hoffmann Holm Horvath Huang
  Hughes Hussein Ibarra Igwe Ito Ivanov Jacobs Jansen Jensen Johansson Jordan Joshi Kamara Kaplan Karlsson Katz Kaur Kaya
  Keller Kelly Khalil Khan Kim Klein Koch Kovac Kowalski Kruger Kumar Lam Lambert Larsen Laurent Lee Lehmann Levy Lewis Li
  Lim Lin Lindgren Lopez Lund Ma Macleod Malik Mancini Marin Marsh Martinez Mbeki Medina Mehta Mendes Meyer Miller Mitchell
  Molina Moreau Morgan Mori Murphy Nagy Nair Nakamura Navarro Ndiaye Nguyen Nielsen Novak Nunez Nwosu Oakley Obi Okafor
  Olsen Omar Ortega Osei Ozturk Palmer Park Patel Paulsen Pereira Perez Petrov Pham Popescu Powell Price Quinn Rahman Ramos
  Rao Reed Reyes Ricci Rivera Rojas Romano Rossi Roy Ruiz Russo Saito Salazar Sanchez Santos Sato Schmidt Schneider Sharma
  Shaw Silva Singh Sokolov Sorensen Stone Suzuki Svensson Tanaka Taylor Thompson Torres Tran Turner Usman Valdez Vargas
  Vasquez Visser Vogel Wagner Walsh Wang Watson Weber Weiss Wilson Wood Wright Wu Yamada Yang Yilmaz Young Zhang Zimmermann`);

interface ShopperName {
  first: string;
  last: string;
}

/** From a random stream of its own, so that it moves nothing else of a shopper. */
export function shopperName(index: number, seed: number): ShopperName {
  const rng = new Random(seed, 'shopper-name', index);
  return { first: rng.pick(FIRST), last: rng.pick(LAST) };
}
