package nl.meldcode.referencehost.seed;

import java.util.List;

/**
 * Names from which the pupils without a story are made; no name of a pupil with a story is in it.
 */
final class NameLists {
  static final List<String> GIRLS =
      words(
          """
          Emma Julia Sara Tess Zoë Anna Nina Lynn Fleur Roos Isa Vera Saar Lina Olivia Elin Nova Fay Maud Lauren Sofie Evi \
          Amira Yasmin Aaliyah Lisa Suze Puck Liv Hailey Norah Jasmijn Esmee Luna Maria Feline Mia Benthe Floor Kiki Pien \
          Rosa Sanae Aylin Zeynep Malak Iris Hannah Veerle Femke Linde""");
  static final List<String> BOYS =
      words(
          """
          Noah Luca Levi Mees Sem Liam James Milan Benjamin Lucas Thomas Ties Hugo Boaz Siem Jesse Max Adam Mats Floris \
          Teun Guus Jens David Moos Pim Morris Otis Julian Thijmen Ruben Olivier Stijn Mohamed Youssef Ibrahim Emir Yusuf \
          Elias Tijn Kai Sven Lars Joris Koen Quinten Abel Job Samuel Rayan""");
  static final List<String> MOTHERS =
      words(
          """
          Linda Esther Monique Marloes Chantal Karin Miranda Danielle Judith Fatima Patricia Kim Angela Nicole Naima Mirjam \
          Saskia Renate Bianca Manon Sabrina Laura Ingrid Samira Petra Eline Jolanda Annemiek Hülya Astrid""");
  static final List<String> FATHERS =
      words(
          """
          Erik Martijn Dennis Mark Sander Patrick Ronald Bas Jeroen Hassan Wouter Richard Maarten Edwin Mehmet Frank Stefan \
          Michiel Johan Rachid Vincent Arjan Niels Remco Danny Gerard Murat Paul Roel Harm""");
  static final List<String> FAMILIES =
      lines(
          """
          Bakker,Visser,van Dijk,de Boer,Meijer,de Groot,Vos,Peters,Kok,van Leeuwen,van den Berg,Jacobs,Dekker,van der Meer,\
          Brouwer,de Haan,Kuipers,Prins,Huisman,Postma,van Vliet,Schouten,Koster,Blom,Hermans,Veenstra,Kramer,van der Wal,\
          Maas,Scholten,Willems,Evers,Bosman,Yılmaz,El Amrani,van Beek,Molenaar,Wolters,Sanders,van der Linden,Timmermans,\
          Gerritsen,Groen,Öztürk,Benali,van Wijk,de Lange,Hofman,Koopman,van Doorn,Sikkema,Ramdin,Nguyen,Kowalski,Haan,\
          Terpstra,Zwart,van Rooij,Driessen,Verhoeven,Lammers,Hoekstra,Mertens,Santos,Boersma,ten Brink,van Es,Pronk,\
          Aerts,Bouwman,Cornelissen,Elzinga,Franken,Geurts,Heijnen,IJzerman,Janse,Kaya,Lubbers,Nijland,Oosting,Pinas,\
          Rutten,Spaan,Tromp,Udo,Veldman,Wiersma,Zijlstra,Abdi,Bekker,Claes,Drost,Eikelboom,Faber,Gerrits,Haverkamp,Idrissi""");

  private NameLists() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static List<String> lines(String text) {
    return List.of(text.strip().split(","));
  }
}
