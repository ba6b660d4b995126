"""Damages of one table's rows of fields, as a text layout is about to write them."""

from flattening import EMPTY, Field
from registry import field_damage


def number_rows(rows):
    """The rows that hold five values or more."""
    return [number for number, row in enumerate(rows) if len(value_fields(row)) >= 5]


def value_fields(row):
    """Where in the row the values are."""
    return [number for number, field in enumerate(row) if field.key]


def lose_field(report, row, number):
    """Takes the field away, and its value from the truth."""
    report.gone.add(row[number].key)
    del row[number]


@field_damage
def field_lost(rows, rng, report):
    """A field is lost in one to four rows, and what follows moves up."""
    numbers = number_rows(rows)
    if numbers:
        for i in rng.sample(numbers, min(len(numbers), rng.choice([1, 1, 2, 4]))):
            lose_field(report, rows[i], rng.choice(value_fields(rows[i])))


@field_damage
def field_added(rows, rng, report):
    """One to four rows have an empty field too many."""
    numbers = number_rows(rows)
    if numbers:
        for i in rng.sample(numbers, min(len(numbers), rng.choice([1, 1, 2, 4]))):
            rows[i].insert(rng.randint(0, len(rows[i])), EMPTY)


@field_damage
def number_split(rows, rng, report):
    """A number is broken into two fields."""
    places = [
        (i, j) for i in number_rows(rows) for j, field in enumerate(rows[i])
        if field.key and len(field.text) > 1 and field.text.isdigit()
    ]
    if places:
        i, j = rng.choice(places)
        text, key = rows[i][j]
        cut = rng.randint(1, len(text) - 1)
        rows[i][j:j + 1] = [Field(text[:cut], key), Field(text[cut:], key)]


@field_damage
def numbers_joined(rows, rng, report):
    """Two numbers stand in one field, with a space or with nothing between them."""
    numbers = number_rows(rows)
    if not numbers:
        return
    row = rows[rng.choice(numbers)]
    places = [j for j in range(len(row) - 1) if row[j].key and row[j + 1].key]
    if places:
        j = rng.choice(places)
        row[j:j + 2] = [Field(row[j].text + rng.choice(["", " "]) + row[j + 1].text, row[j].key)]


@field_damage
def label_joined(rows, rng, report):
    """A row's label and its first number stand in one field."""
    for i in number_rows(rows):
        row = rows[i]
        for j in range(len(row) - 1):
            if not row[j].key and row[j + 1].key and row[j].text and rng.random() < 0.3:
                row[j:j + 2] = [Field(row[j].text + " " + row[j + 1].text, row[j + 1].key)]
                break


@field_damage
def rows_moved_left(rows, rng, report):
    """Empty fields at the start of rows are lost."""
    for row in rows:
        while row and not row[0].text:
            row.pop(0)


@field_damage
def some_rows_moved_left(rows, rng, report):
    """Three rows lack the empty field that they begin with."""
    numbers = [number for number, row in enumerate(rows) if row and not row[0].text]
    for number in rng.sample(numbers, min(len(numbers), 3)):
        rows[number].pop(0)


@field_damage
def trailing_fields_lost(rows, rng, report):
    """Empty fields at the end of rows are lost."""
    for row in rows:
        while row and not row[-1].text:
            row.pop()


@field_damage
def trailing_fields_added(rows, rng, report):
    """Rows end with empty fields, some with more than others."""
    for row in rows:
        row += [EMPTY] * rng.randint(0, 2)


@field_damage
def leading_fields_added(rows, rng, report):
    """Every row begins with an empty field."""
    for row in rows:
        row.insert(0, EMPTY)


@field_damage
def column_of_numbers_lost(rows, rng, report):
    """A column loses its numbers, but not its header."""
    numbers = number_rows(rows)
    if numbers:
        column = rng.randint(0, 6)
        for i in numbers:
            values = value_fields(rows[i])
            if len(values) == 7:
                lose_field(report, rows[i], values[column])


def put_in_place(rows, made):
    """Puts the rows that are made of each row in its place."""
    rows[:] = [new for row in rows for new in made(row)]


@field_damage
def label_on_own_line(rows, rng, report):
    """Labels stand on a line of their own above their numbers."""
    def parted(row):
        values = value_fields(row)
        if len(values) < 5 or values[0] == 0 or rng.random() >= 0.4:
            return [row]
        labels = row[:values[0]]
        return [[field for field in labels if field.text] or labels, row[values[0]:]]

    put_in_place(rows, parted)


@field_damage
def row_wrapped(rows, rng, report):
    """A row goes on in the next line."""
    numbers = number_rows(rows)
    if numbers:
        i = rng.choice(numbers)
        cut = rng.choice(value_fields(rows[i])[1:])
        rows[i:i + 1] = [rows[i][:cut], rows[i][cut:]]
