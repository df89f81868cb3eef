"""Files of rows, whatever their format: texts by column, shapes in degrees, sensible guesses."""
