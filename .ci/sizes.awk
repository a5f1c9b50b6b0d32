# Measures C++ files and the functions in them with a rough brace matcher: texts, characters and comments are cut out,
# then a block whose head has a parameter list, outside of any other such block, is a function. Rows of a table that hold
# nothing but texts do not count.

BEGIN {
    longest_file = 400
    longest_function = 40
    split(allowed, names, " ")
    for (i in names) is_allowed[names[i]] = 1
}

FNR == 1 { begin_file() }

{
    line = without_texts($0)
    if (function_depth > 0 && $0 ~ /"/ && line ~ /^[ \t,{}]*$/) ++table_rows
    for (column = 1; column <= length(line); ++column) take(substr(line, column, 1))
    head = head " "
    if (FNR == longest_file + 1) complain(FILENAME ": more than " longest_file " lines")
}

END { exit broken }

function begin_file() {
    depth = 0
    function_depth = 0
    head = ""
    raw_end = ""
    in_comment = 0
}

# The line without texts, characters, comments and preprocessor lines; raw texts and comments may span lines.
function without_texts(text,   place) {
    if (raw_end != "") {
        place = index(text, raw_end)
        if (place == 0) return ""
        text = substr(text, place + length(raw_end))
        raw_end = ""
    }
    if (in_comment) {
        place = index(text, "*/")
        if (place == 0) return ""
        text = substr(text, place + 2)
        in_comment = 0
    }
    if (text ~ /^[ \t]*#/) return ""
    while (match(text, /R"[^( ]*\(/)) {
        raw_end = ")" substr(text, RSTART + 2, RLENGTH - 3) "\""
        place = index(substr(text, RSTART + RLENGTH), raw_end)
        if (place == 0) return substr(text, 1, RSTART - 1)
        text = substr(text, 1, RSTART - 1) substr(text, RSTART + RLENGTH + place - 1 + length(raw_end))
        raw_end = ""
    }
    gsub(/\\\\/, "", text)
    gsub(/\\"/, "", text)
    gsub(/\\'/, "", text)
    gsub(/'"'/, "", text)
    gsub(/"[^"]*"/, "", text)
    gsub(/'[{}();]'/, "", text)
    sub(/\/\/.*/, "", text)
    gsub(/\/\*[^*]*\*\//, "", text)
    if (index(text, "/*") > 0) {
        in_comment = 1
        text = substr(text, 1, index(text, "/*") - 1)
    }
    return text
}

function take(sign) {
    if (sign == "{") {
        ++depth
        if (function_depth == 0 && is_function(head)) {
            function_depth = depth
            function_name = name_of(head)
            table_rows = 0
        }
        head = ""
    } else if (sign == "}") {
        if (depth == function_depth) end_function()
        --depth
        head = ""
    } else if (sign == ";") {
        head = ""
    } else {
        if (head ~ /^ *$/ && sign != " ") head_line = FNR
        head = head sign
    }
    if (sign == "{" && depth == function_depth) function_line = head_line
}

function is_function(text) {
    return text ~ /\)/ && text !~ /^ *(namespace|class|struct|union|enum) / && text !~ /= *$/
}

function name_of(text) {
    sub(/\([^()]*\)[^()]*$/, "", text)
    sub(/ +$/, "", text)
    sub(/.*[ *&]/, "", text)
    return text
}

function end_function(   lines) {
    lines = FNR - function_line + 1 - table_rows
    function_depth = 0
    if (lines > longest_function && !((FILENAME ":" function_name) in is_allowed))
        complain(FILENAME ":" function_line ": `" function_name "` has " lines " lines, more than " longest_function)
}

function complain(text) {
    print text
    broken = 1
}
