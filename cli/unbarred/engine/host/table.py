"""Every hook through which docassemble.base reaches its host: who answers it here, or why nobody does.

A test compares the table with the hooks of the installed release, parameters
and all, so that a release which changes them fails before an interview does.
"""

from __future__ import annotations

from unbarred.engine.services import REFUSALS

HOOKS = {
    "absolute_filename(the_file)": "Files",
    "add_privilege(privilege)": "user accounts",
    "add_user_privilege(user_id, privilege)": "user accounts",
    "alchemy_url(db_config)": "database",
    "applock(action, application, maxtime)": "Housekeeping",
    "chat_partners_available(session_id, yaml_filename, the_user_id, mode, partner_roles)": "People",
    "chord(arg)": "OCR",
    "cloud_custom(provider, config)": "cloud storage",
    "connect_args(db_config)": "database",
    "create_objects_in_db(db_name)": "database",
    "delete_answer_json(user_code, filename, tags, delete_all, delete_persistent)": "Stores",
    "delete_record(key, the_id)": "Stores",
    "devel_login()": "user accounts",
    "ensure_training_loaded(interview)": "machine learning",
    "fg_make_pdf_for_word_path(path, extension)": "document conversion",
    "fg_make_png_for_pdf(doc, prefix, page)": "Files",
    "fg_make_png_for_pdf_path(path, prefix, page)": "page pictures",
    "file_finder(file_reference, question, folder, package, filename, return_nonexistent, uids)": "Files",
    "file_number_finder(file_number, filename, uids, privileged)": "Files",
    "file_privilege_access(file_number, allow, disallow, disallow_all)": "Files",
    "file_set_attributes(file_number, private, persistent, session, filename)": "Files",
    (
        "file_user_access(file_number, allow_user_id, allow_email, disallow_user_id, disallow_email, "
        "disallow_all)"
    ): "Files",
    "fix_ml_files(playground_number, current_project)": "machine learning",
    "fix_pickle_obj(data)": "Stores",
    "generate_csrf(secret_key, token_key)": "Configuration",
    "get_button_class_prefix()": "Configuration",
    "get_celery_app()": "Background",
    "get_chat_log(yaml_filename, session_id, secret, utc, timezone)": "People",
    (
        "get_chat_log_internal(chat_mode, yaml_filename, session_id, user_id, temp_user_id, secret, "
        "self_user_id, self_temp_id)"
    ): "People",
    "get_cloud()": "cloud storage",
    "get_configuration()": "Configuration",
    "get_debug_status()": "Configuration",
    "get_default_country()": "Languages",
    "get_default_dialect()": "Languages",
    "get_default_language()": "Languages",
    "get_default_locale()": "Languages",
    "get_default_table_class()": "Configuration",
    "get_default_thead_class()": "Configuration",
    "get_default_timezone()": "Languages",
    "get_default_voice()": "Languages",
    "get_ext_and_mimetype(filename)": "Files",
    "get_hostname()": "Configuration",
    "get_login_url(kwargs)": "user accounts",
    "get_mail_class()": "e-mail",
    "get_main_page_parts()": "Configuration",
    "get_ml_info(varname, default_package, default_file)": "machine learning",
    "get_new_file_number(user_code, file_name, yaml_file_name)": "Files",
    "get_permissions_of_privilege(privilege, privileged)": "People",
    "get_privileges_list(admin)": "user accounts",
    "get_referer()": "Links",
    "get_saved_file_class()": "Files",
    "get_server_redis()": "Stores",
    "get_server_redis_user()": "Stores",
    "get_short_code(kwargs)": "e-mail",
    "get_sms_session(phone_number, config)": "text messages",
    "get_task(obj)": "Background",
    "get_twilio_config()": "telephone",
    "get_url()": "Links",
    "get_user_object(user_id)": "user accounts",
    "google_api()": "Google",
    (
        "initiate_sms_session(phone_number, yaml_filename, uid, secret, encrypted, user_id, email, new, "
        "config)"
    ): "text messages",
    "make_png_for_pdf(doc, prefix, page)": "Files",
    "make_user_inactive(user_id, email)": "user accounts",
    "manage_chat_logs(mode, kwargs)": "Housekeeping",
    "manage_email_server_objects(mode, kwargs)": "Housekeeping",
    "manage_global_objects(mode, kwargs)": "Housekeeping",
    "manage_tts_objects(mode, kwargs)": "Housekeeping",
    (
        "navigation_bar(nav, interview, wrapper, inner_div_class, inner_div_extra, show_links, "
        "hide_inactive_subs, a_class, show_nesting, include_arrows, always_open, return_dict)"
    ): "Links",
    "ocr_google_in_background(image_file, raw_result, user_code)": "OCR",
    "path_from_reference(file_reference)": "Files",
    "read_answer_json(user_code, filename, tags, all_tags)": "Stores",
    "read_records(key)": "Stores",
    "register_db(db_name)": "database",
    "release_lock(user_code, filename)": "Housekeeping",
    "remove_privilege(privilege)": "user accounts",
    "remove_user_privilege(user_id, privilege)": "user accounts",
    "retrieve_email(email_id)": "e-mail",
    "retrieve_emails(kwargs)": "People",
    "retrieve_stashed_data(key, secret, delete, refresh)": "Stores",
    "save_numbered_file(filename, orig_path, yaml_file_name, uid)": "Files",
    "secure_filename(filename)": "Files",
    "secure_filename_spaces_ok(filename)": "Files",
    "secure_filename_unicode_ok(the_filename)": "Files",
    "send_fax(fax_number, the_file, config, country)": "fax",
    "send_mail(the_message, config)": "e-mail",
    "server_create_session(yaml_filename, secret, url_args, referer, req)": "other sessions",
    "server_create_user(email, password, privileges, info)": "user accounts",
    "server_get_question_data(yaml_filename, session_id, secret, use_lock, user_dict, steps, is_encrypted, "
    "old_user_dict, save, post_setting, advance_progress_meter, action, encode)": "other sessions",
    "server_get_secret(username, password, case_sensitive)": "user accounts",
    "server_get_session_variables(yaml_filename, session_id, secret, simplify, use_lock)": "other sessions",
    "server_get_user_info(user_id, email, case_sensitive, admin)": "user accounts",
    "server_get_user_list(include_inactive, start_id)": "user accounts",
    "server_go_back_in_session(yaml_filename, session_id, secret, return_question, use_lock, encode)": (
        "other sessions"
    ),
    "server_interview_menu(absolute_urls, start_new, tag)": "People",
    "server_invite_user(email_address, privilege, send)": "user accounts",
    "server_run_action_in_session(kwargs)": "other sessions",
    "server_set_session_variables(yaml_filename, session_id, variables, secret, return_question, "
    "literal_variables, del_variables, question_name, event_list, advance_progress_meter, post_setting, "
    "use_lock, encode, process_objects)": "other sessions",
    "server_set_user_info(kwargs)": "user accounts",
    "server_sql_defined(key)": "Stores",
    "server_sql_delete(key)": "Stores",
    "server_sql_get(key, secret)": "Stores",
    "server_sql_keys(prefix)": "Stores",
    "server_sql_set(key, val, encrypted, secret, the_user_id)": "Stores",
    "sms_body(phone_number, body, config)": "text messages",
    "stash_data(data, expire)": "Stores",
    "task_ready(task_id)": "Files",
    "terminate_sms_session(phone_number, config)": "text messages",
    "to_text(html_doc)": "Links",
    "transform_json_variables(obj)": "Stores",
    "url_finder(file_reference, kwargs)": "Links",
    "url_for(endpoint, kwargs)": "Links",
    "user_id_dict()": "People",
    "user_interviews(user_id, secret, exclude_invalid, action, filename, session, tag, include_dict, "
    "delete_shared, admin, start_id, temp_user_id, query, minimal)": "People",
    "variables_snapshot_connect()": "database",
    "variables_snapshot_connection()": "database",
    "wait_for_task(task_id, timeout)": "Files",
    "write_answer_json(user_code, filename, data, tags, persistent)": "Stores",
    "write_ml_source(playground, playground_number, current_project, filename, finalize)": "machine learning",
    "write_record(key, data)": "Stores",
}
"""Name and parameters of each hook: the part of the host that answers, or the service it is refused for."""

ADDED_LATER = {"navigation_bar": ("li_class",)}
"""Parameters that docassemble.base 1.10.14 has and 1.10.5 has not; no part needs them."""


def names() -> dict[str, str]:
    """Return the hooks by name alone."""
    return {signature.partition("(")[0]: answer for signature, answer in HOOKS.items()}


def offered() -> frozenset[str]:
    """Return the names of the hooks that a part of the host answers."""
    return frozenset(name for name, answer in names().items() if answer not in REFUSALS)


def refused() -> dict[str, str]:
    """Return the names of the hooks that are refused, with the service each is for."""
    return {name: answer for name, answer in names().items() if answer in REFUSALS}
